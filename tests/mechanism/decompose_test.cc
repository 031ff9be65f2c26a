// The search for the fair shares of a part, wherever it begins.
#include "mechanism/allocate/decompose.h"

#include <gtest/gtest.h>

#include "mechanism/random_instance.h"

namespace bocage::oracle {
namespace {

using base::Int128;
using mechanism::allocate::Part;
using mechanism::allocate::Search;
using mechanism::allocate::settle_parts;
using mechanism::allocate::SettledPart;

struct Share {
  Int128 numerator = 0;
  Int128 denominator = 1;
};

// Of each need; what arrives at it is its share, and nobody gives more than it has.
std::vector<Share> shares_of(const Instance& instance, const std::vector<SettledPart>& settled) {
  std::vector<Share> shares(instance.needs());
  for (const SettledPart& one : settled) {
    std::vector<Int128> given(one.part.contributions(), 0);
    for (std::uint32_t need = 0; need < one.part.needs(); ++need) {
      Int128 served = 0;
      for (std::uint32_t k = one.part.need_first[need]; k < one.part.need_first[need + 1]; ++k) {
        EXPECT_TRUE(one.on_link[k] >= 0);
        served += one.on_link[k];
        given[one.part.link_contribution[k]] += one.on_link[k];
      }
      EXPECT_TRUE(served == one.share[need]);
      shares[one.part.need_place[need]] = {served, one.denominator};
    }
    for (std::size_t c = 0; c < given.size(); ++c) {
      EXPECT_TRUE(given[c] <= instance.supply[one.part.contribution_place[c]] * one.denominator);
    }
  }
  return shares;
}

// From a flow that may be a plan's, nothing like one, or more than there is.
TEST(Decompose, EndsTheSameWhereverItBegins) {
  for (std::uint64_t seed = 0; seed < cases(1500); ++seed) {
    Dice dice(seed);
    InstanceKind kind;
    kind.memory = dice.percent(30);
    Instance const instance = random_instance(dice, kind);
    Part const whole = mechanism::allocate::whole_part(instance);
    int const bits = mechanism::allocate::fixed_point_bits(instance, whole);
    std::vector<std::int64_t> begin;
    for (std::size_t link = 0; link < whole.links(); ++link) {
      std::int64_t const whole_part = dice.between(0, kind.most_quantity);
      begin.push_back(dice.percent(50)
                          ? 0
                          : (whole_part << bits) + dice.between(0, (std::int64_t{1} << bits) - 1));
    }
    for (Search const search : {Search::kFixedPoint, Search::kExact}) {
      auto const connected = pieces_by_label(whole, all_alike(whole));
      auto const expected =
          shares_of(instance, settle_parts(instance, whole, connected, search, {}));
      auto const found =
          shares_of(instance, settle_parts(instance, whole, connected, search, begin));
      for (std::size_t need = 0; need < instance.needs(); ++need) {
        ASSERT_TRUE(expected[need].numerator * found[need].denominator ==
                    found[need].numerator * expected[need].denominator)
            << "seed " << seed << ", need " << need << "\n"
            << describe(instance);
      }
    }
  }
}

}  // namespace
}  // namespace bocage::oracle
