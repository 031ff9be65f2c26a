// Leximin vectors others have published, as collected in ../shared/data/fair/leximin_vectors.json.
// They are about indivisible or divisible goods and probabilities; each fits our model because
// every agent values alike all the goods it wants at all: a good is a contribution of 1, an agent a
// need linked to what it wants.
#include <gtest/gtest.h>

#include <numeric>

#include "mechanism/engine.h"
#include "mechanism/random_instance.h"

namespace bocage::oracle {
namespace {

// Utility is value times quantity: an agent that values a unit at v has the weight m / v, m a
// multiple of all values.
Shares utilities(const std::vector<std::vector<std::int64_t>>& values) {
  std::size_t const goods = values.front().size();
  std::vector<std::int64_t> worth;
  std::int64_t multiple = 1;
  Sketch sketch = plain_sketch(std::vector<std::int64_t>(goods, 1), {}, {});
  for (const std::vector<std::int64_t>& row : values) {
    std::int64_t const most = *std::max_element(row.begin(), row.end());
    std::vector<bool> linked;
    for (std::int64_t const value : row) {
      EXPECT_TRUE(value == 0 || value == most) << "an agent with two values does not fit the model";
      linked.push_back(value > 0);
    }
    worth.push_back(most);
    multiple = std::lcm(multiple, most);
    sketch.linked.push_back(linked);
    sketch.cap.push_back(static_cast<std::int64_t>(goods));
    sketch.minimum.push_back(0);
    sketch.received.push_back(0);
  }
  for (std::int64_t const value : worth) {
    sketch.weight.push_back(multiple / value);
  }
  Shares result = fair_shares(instance_of(sketch));
  for (std::size_t agent = 0; agent < result.size(); ++agent) {
    result[agent] = result[agent] * Ratio(worth[agent]);
  }
  return result;
}

// erelsgl/fairpy, fairpy/items/leximin.py, doctest at 0553faa.
TEST(PublishedLeximin, FairpyDivisibleGoods) {
  EXPECT_EQ(utilities({{5, 0}, {3, 3}}), (Shares{{15, 4}, {15, 4}}));
  EXPECT_EQ(utilities({{3, 0}, {5, 5}}), (Shares{3, 5}));
  EXPECT_EQ(utilities({{5, 5}, {3, 0}}), (Shares{5, 3}));
  EXPECT_EQ(utilities({{3, 0, 0}, {0, 4, 0}, {5, 5, 5}}), (Shares{3, 4, 5}));
}

// ariel-research/fairpyx, tests/test_kurokawa_procaccia_shah_leximin.py at f29b664 (Kurokawa,
// Procaccia and Shah 2018): the probability of a place is a fraction of it.
TEST(PublishedLeximin, KurokawaProcacciaShahProbabilities) {
  Sketch const one_place = plain_sketch({1}, std::vector<std::int64_t>(10, 1),
                                        std::vector<std::vector<bool>>(10, {true}));
  EXPECT_EQ(fair_shares(instance_of(one_place)), Shares(10, Ratio(1, 10)));
  Sketch const two_places =
      plain_sketch({1, 1}, {1, 1, 1}, {{true, false}, {false, true}, {true, true}});
  EXPECT_EQ(fair_shares(instance_of(two_places)), Shares(3, Ratio(2, 3)));
}

}  // namespace
}  // namespace bocage::oracle
