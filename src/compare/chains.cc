#include "compare/chains.h"

#include <algorithm>
#include <map>
#include <set>

#include "territory/find.h"

namespace bocage::compare {
namespace {

using base::Int128;
using territory::Millionths;
using territory::MissingChain;
using territory::Recipe;
using territory::RecipePart;
using territory::ResourceIndex;
using territory::Territory;

constexpr Int128 kOne = 1'000'000;
constexpr const char* kOutside = "outside";  // the kind of those who bring in
constexpr std::size_t kLongestChain = 6;     // recipes one into the other
constexpr int kMostTried = 20'000;           // recipes, for one resource and one way to make it

// No more than a table can hold, so that nothing grows beyond 128 bits on the way.
Int128 rounded_up(Int128 number, Int128 divisor) {
  return std::min((number + divisor - 1) / divisor, Int128{territory::kLargestMillionths});
}

// What is left, and what is taken of it; millionths of the units.
struct Stock {
  std::vector<Int128> left;  // of a contribution
  std::map<ResourceIndex, Int128> uses;
  std::map<ResourceIndex, Int128> lacks;
  std::vector<MissingChain::Step> steps;
};

class Chaining {
 public:
  Chaining(const Territory& territory, const territory::Plan& plan) : all_(territory) {
    for (std::size_t place = 0; place < all_.contributions.size(); ++place) {
      const territory::Contribution& one = all_.contributions[place];
      bool const counts = !one.activity && !is_outside(one.stakeholder);
      left_.push_back(counts ? Int128{plan.contributions[place].left.count()} : 0);
    }
    for (std::size_t need = 0; need < all_.needs.size(); ++need) {
      const territory::Need& one = all_.needs[need];
      if (one.activity) {
        continue;
      }
      Millionths const asked = in_units(all_, one.family, one.quantity);
      for (ResourceIndex const resource : one.resources) {
        short_of_[resource] += asked.count() - plan.needs[need].served.count();
      }
    }
    for (const territory::PlanTransfer& line : plan.transfers) {
      auto const giver = find_contribution(all_, line.contribution);
      auto const taker = find_need(all_, line.need);
      if (giver && taker && is_outside(all_.contributions[giver->position()].stakeholder)) {
        for (ResourceIndex const resource : all_.needs[taker->position()].resources) {
          brought_in_[resource] += line.quantity.count();
        }
      }
    }
  }

  std::vector<MissingChain> run() {
    std::vector<MissingChain> found;
    for (std::size_t place = 0; place < all_.resources.size(); ++place) {
      ResourceIndex const wanted(place);
      Int128 const all = short_of_[wanted] + brought_in_[wanted];
      for (std::size_t recipe = 0; all > 0 && recipe < all_.recipes.size(); ++recipe) {
        if (part_making(all_.recipes[recipe], wanted) != nullptr) {
          found.push_back(chain(wanted, recipe, all));
        }
      }
    }
    return found;
  }

 private:
  [[nodiscard]] bool is_outside(territory::StakeholderIndex stakeholder) const {
    return all_.stakeholders[stakeholder.position()].kind == kOutside;
  }

  // Whether what is made, or offered, serves who asks for the other: it is, or lies under it.
  [[nodiscard]] bool is_a(ResourceIndex one, ResourceIndex wanted) const {
    std::optional<ResourceIndex> at = one;
    while (at && *at != wanted) {
      at = all_.resources[at->position()].broader;
    }
    return at.has_value();
  }

  [[nodiscard]] const RecipePart* part_making(const Recipe& recipe, ResourceIndex wanted) const {
    auto const part =
        std::find_if(recipe.makes.begin(), recipe.makes.end(),
                     [&](const RecipePart& one) { return is_a(one.resource, wanted); });
    return part == recipe.makes.end() ? nullptr : &*part;
  }

  MissingChain chain(ResourceIndex wanted, std::size_t recipe, Int128 all) {
    MissingChain told;
    tried_ = 0;
    told.resource = all_.resources[wanted.position()].id;
    told.short_of = to_millionths(short_of_[wanted]);
    told.brought_in = to_millionths(brought_in_[wanted]);
    told.could_make = to_millionths(most_of(wanted, recipe, all));
    Stock stock = with_all_left();
    std::set<std::size_t> under_way;
    make(recipe, wanted, all, stock, under_way);
    told.steps = std::move(stock.steps);
    told.uses = amounts(stock.uses);
    told.lacks = amounts(stock.lacks);
    return told;
  }

  static Millionths to_millionths(Int128 number) {
    return Millionths(
        static_cast<std::int64_t>(std::min(number, Int128{territory::kLargestMillionths})));
  }

  [[nodiscard]] std::vector<MissingChain::Amount> amounts(
      const std::map<ResourceIndex, Int128>& of) const {
    std::vector<MissingChain::Amount> list;
    list.reserve(of.size());
    for (auto const& [resource, quantity] : of) {
      list.push_back({all_.resources[resource.position()].id, to_millionths(quantity)});
    }
    return list;
  }

  [[nodiscard]] Stock with_all_left() const { return {left_, {}, {}, {}}; }

  // In whole quanta, by halving: the more is made, the more is lacking.
  Int128 most_of(ResourceIndex wanted, std::size_t recipe, Int128 all) {
    Int128 const quantum =
        all_.families[all_.resources[wanted.position()].family.position()].quantum.count();
    Int128 can = 0;
    Int128 cannot = all / quantum + 1;
    while (can + 1 < cannot) {
      Int128 const middle = can + (cannot - can) / 2;
      Stock stock = with_all_left();
      std::set<std::size_t> under_way;
      make(recipe, wanted, middle * quantum, stock, under_way);
      (stock.lacks.empty() ? can : cannot) = middle;
    }
    return can * quantum;
  }

  // Takes what a recipe needs for so much out of the stock.
  void make(std::size_t place, ResourceIndex wanted, Int128 quantity, Stock& stock,
            std::set<std::size_t>& under_way) {
    ++tried_;
    const Recipe& recipe = all_.recipes[place];
    const RecipePart& made = *part_making(recipe, wanted);
    Int128 const amount = rounded_up(quantity * kOne * kOne,
                                     Int128{made.quantity.count()} * (kOne - made.loss.count()));
    add_step(recipe.id, amount, stock);
    under_way.insert(place);
    for (const RecipePart& part : recipe.takes) {
      Int128 const asked = rounded_up(amount * part.quantity.count(), kOne - part.loss.count());
      provide(part.resource, asked, stock, under_way);
    }
    under_way.erase(place);
  }

  static void add_step(const std::string& recipe, Int128 amount, Stock& stock) {
    auto const known = std::find_if(stock.steps.begin(), stock.steps.end(),
                                    [&](const auto& step) { return step.recipe == recipe; });
    if (known == stock.steps.end()) {
      stock.steps.push_back({recipe, to_millionths(amount)});
    } else {
      known->amount += to_millionths(amount);
    }
  }

  void provide(ResourceIndex wanted, Int128 asked, Stock& stock, std::set<std::size_t>& under_way) {
    for (std::size_t place = 0; place < stock.left.size() && asked > 0; ++place) {
      const territory::Contribution& giver = all_.contributions[place];
      bool const serves = std::any_of(giver.resources.begin(), giver.resources.end(),
                                      [&](ResourceIndex one) { return is_a(one, wanted); });
      Int128 const taken = serves ? std::min(asked, stock.left[place]) : 0;
      if (taken > 0) {
        stock.left[place] -= taken;
        stock.uses[wanted] += taken;
        asked -= taken;
      }
    }
    if (asked == 0) {
      return;
    }
    std::optional<Stock> best;
    for (std::size_t recipe = 0;
         recipe < all_.recipes.size() && under_way.size() < kLongestChain && tried_ < kMostTried;
         ++recipe) {
      if (under_way.contains(recipe) || part_making(all_.recipes[recipe], wanted) == nullptr) {
        continue;
      }
      Stock tried = stock;
      make(recipe, wanted, asked, tried, under_way);
      if (!best || tried.lacks.size() < best->lacks.size()) {
        best = std::move(tried);
      }
    }
    if (best) {
      stock = std::move(*best);
    } else {
      stock.lacks[wanted] += asked;
    }
  }

  const Territory& all_;
  std::vector<Int128> left_;
  std::map<ResourceIndex, Int128> short_of_;
  std::map<ResourceIndex, Int128> brought_in_;
  int tried_ = 0;
};

}  // namespace

std::vector<MissingChain> chains(const Territory& territory, const territory::Plan& plan) {
  return territory.recipes.empty() ? std::vector<MissingChain>() : Chaining(territory, plan).run();
}

}  // namespace bocage::compare
