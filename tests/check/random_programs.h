#pragma once

#include <string>

#include "mechanism/dice.h"
#include "territory/territory.h"

namespace bocage::check_tests {

// Few needs and contributions of small quantities, with lots, smallest deliveries, conditions,
// minima, memory, fixed lines and an activity, so that every plan can be tried.
class RandomPrograms {
 public:
  explicit RandomPrograms(oracle::Dice& dice) : dice_(dice) {}

  territory::Territory run() {
    add_settings();
    add_resources();
    add_offers();
    if (dice_.percent(60)) {
      add_activity();
    }
    sort_rows();
    add_conditions();
    add_links();
    add_past();
    return std::move(all_);
  }

 private:
  using Need = territory::Need;
  using Contribution = territory::Contribution;
  using Quanta = territory::Quanta;
  using Millionths = territory::Millionths;
  using Criterion = territory::Criterion;

  void add_settings() {
    territory::Settings& settings = all_.settings;
    settings.name = "Programs";
    settings.rule = dice_.percent(50) ? territory::Rule::kPeople : territory::Rule::kNeed;
    settings.lot = static_cast<std::uint64_t>(dice_.between(1, 1000));
    settings.memory = dice_.percent(30) ? 1 : 0;
    settings.below_minimum =
        dice_.percent(25) ? territory::BelowMinimum::kShare : territory::BelowMinimum::kSetAside;
    if (dice_.percent(70)) {
      settings.order.push_back(Criterion::kMinimum);
    }
    settings.order.push_back(dice_.percent(85) ? Criterion::kFair : Criterion::kTotal);
    for (Criterion const criterion : {Criterion::kDistance, Criterion::kCost, Criterion::kValue}) {
      if (dice_.percent(40)) {
        settings.order.push_back(criterion);
      }
    }
  }

  void add_resources() {
    all_.families = {{"kg", Millionths(dice_.percent(50) ? 1'000'000 : 500'000)},
                     {"loaf", Millionths(1'000'000)},
                     {"h", Millionths(1'000'000)}};
    for (const char* id : {"flour", "bread", "oven"}) {
      territory::Resource resource;
      resource.id = id;
      resource.name = id;
      resource.family = territory::FamilyIndex(all_.resources.size());
      resource.unit = all_.families[resource.family.position()].unit;
      all_.resources.push_back(resource);
    }
  }

  territory::StakeholderIndex somebody() {
    territory::Stakeholder one;
    one.id = "s" + std::to_string(all_.stakeholders.size());
    one.name = one.id;
    one.people = dice_.between(1, 4);
    all_.stakeholders.push_back(one);
    return territory::StakeholderIndex(all_.stakeholders.size() - 1);
  }

  template <class Offer>
  Offer offer(const char* letter, std::size_t number, std::size_t resource) {
    Offer one;
    one.id = letter + std::to_string(number);
    one.stakeholder = somebody();
    one.resources = {territory::ResourceIndex(resource)};
    one.family = territory::FamilyIndex(resource);
    one.quantity = Quanta(dice_.between(1, 4));
    if (dice_.percent(30)) {
      one.lot_size = Quanta(dice_.between(1, one.quantity.count()));
    }
    if (dice_.percent(30)) {
      one.smallest_delivery = Quanta(dice_.between(1, one.quantity.count()));
    }
    return one;
  }

  void add_offers() {
    auto const needs = static_cast<std::size_t>(dice_.between(1, 4));
    for (std::size_t number = 0; number < needs; ++number) {
      Need need = offer<Need>("n", number, dice_.percent(70) ? 1 : 0);
      if (dice_.percent(40)) {
        need.minimum = Quanta(dice_.between(1, need.quantity.count()));
      }
      all_.needs.push_back(need);
    }
    auto const contributions = static_cast<std::size_t>(dice_.between(1, 3));
    for (std::size_t number = 0; number < contributions; ++number) {
      Contribution one = offer<Contribution>("c", number, dice_.place(3));
      one.cost = Millionths(dice_.between(0, 3) * 1'000'000);
      all_.contributions.push_back(one);
    }
  }

  // Flour, and perhaps the oven, into bread.
  void add_activity() {
    territory::Recipe recipe;
    recipe.id = "baking";
    recipe.takes.push_back({territory::ResourceIndex(0), Millionths(500'000 * dice_.between(1, 3)),
                            Millionths(dice_.percent(30) ? 200'000 : 0)});
    bool const uses_oven = dice_.percent(40);
    recipe.makes.push_back({territory::ResourceIndex(1),
                            Millionths(1'000'000 * dice_.between(1, 3)),
                            Millionths(dice_.percent(20) ? 500'000 : 0)});
    if (uses_oven) {
      recipe.takes.push_back({territory::ResourceIndex(2), Millionths(500'000), Millionths(0)});
    }
    all_.recipes.push_back(recipe);
    territory::Activity activity;
    activity.id = "baker";
    activity.stakeholder = somebody();
    activity.capacity = Millionths(1'000'000 * dice_.between(1, 4));
    if (dice_.percent(40)) {
      activity.batch = Millionths(500'000 * dice_.between(1, 2));
    }
    all_.activities.push_back(activity);
    auto const part_of_it = [&](auto one, const char* id, std::size_t resource) {
      one.id = id;
      one.stakeholder = activity.stakeholder;
      one.resources = {territory::ResourceIndex(resource)};
      one.family = territory::FamilyIndex(resource);
      one.quantity = Quanta(4);
      one.activity = 0;
      return one;
    };
    all_.needs.push_back(part_of_it(Need(), "z-flour", 0));
    if (uses_oven) {
      all_.needs.push_back(part_of_it(Need(), "z-oven", 2));
    }
    all_.contributions.push_back(part_of_it(Contribution(), "z-bread", 1));
  }

  // Rows were added in the order of their ids.
  void sort_rows() {
    for (std::size_t place = 0; place < all_.needs.size(); ++place) {
      if (all_.needs[place].activity) {
        all_.activities.front().takes.emplace_back(place);
      }
    }
    for (std::size_t place = 0; place < all_.contributions.size(); ++place) {
      if (all_.contributions[place].activity) {
        all_.activities.front().makes.emplace_back(place);
      }
    }
  }

  template <class Offer>
  void add_condition(Offer& offer, const territory::Condition& itself) {
    if (!dice_.percent(30)) {
      return;
    }
    territory::Condition condition;
    if (dice_.percent(50)) {
      condition.need = territory::NeedIndex(dice_.place(all_.needs.size()));
    } else {
      condition.contribution = territory::ContributionIndex(dice_.place(all_.contributions.size()));
    }
    if (condition != itself) {
      offer.depends_on.push_back(condition);
    }
  }

  void add_conditions() {
    for (std::size_t place = 0; place < all_.needs.size(); ++place) {
      if (!all_.needs[place].activity) {
        add_condition(all_.needs[place], {territory::NeedIndex(place), {}});
      }
    }
    for (std::size_t place = 0; place < all_.contributions.size(); ++place) {
      add_condition(all_.contributions[place], {{}, territory::ContributionIndex(place)});
    }
  }

  // At most seven pairs are possible.
  void add_links() {
    all_.has_links = true;
    for (std::size_t giver = 0; giver < all_.contributions.size(); ++giver) {
      for (std::size_t taker = 0; taker < all_.needs.size(); ++taker) {
        bool const serves = all_.contributions[giver].family == all_.needs[taker].family;
        if (serves && all_.links.size() < 7 && dice_.percent(80)) {
          territory::ListedLink link;
          link.contribution = territory::ContributionIndex(giver);
          link.need = territory::NeedIndex(taker);
          link.distance = territory::Metres(1000 * dice_.between(0, 5));
          link.value = Millionths(dice_.between(0, 3) * 1'000'000);
          all_.links.push_back(link);
        }
      }
    }
  }

  void add_past() {
    if (!all_.links.empty() && dice_.percent(25)) {
      const territory::ListedLink& link = all_.links[dice_.place(all_.links.size())];
      all_.arranged.push_back(
          {link.contribution, link.need, Quanta(1),
           dice_.percent(50) ? territory::ArrangedKind::kFixed : territory::ArrangedKind::kAgreed});
    }
    if (all_.settings.memory > 0) {
      const Need& need = all_.needs.front();
      all_.received.push_back({need.stakeholder, need.resources.front(), "2025",
                               Quanta(dice_.between(1, 4)), Quanta(dice_.between(0, 2)),
                               dice_.percent(50)});
    }
  }

  oracle::Dice& dice_;
  territory::Territory all_;
};

}  // namespace bocage::check_tests
