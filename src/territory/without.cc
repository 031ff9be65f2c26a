#include "territory/without.h"

#include <algorithm>
#include <optional>

namespace bocage::territory {
namespace {

// Where each row that stays goes; none for those that leave.
template <class Index>
std::vector<std::optional<Index>> places_left(const std::vector<bool>& leaving) {
  std::vector<std::optional<Index>> places;
  std::size_t next = 0;
  for (bool const leaves : leaving) {
    places.push_back(leaves ? std::nullopt : std::optional(Index(next)));
    next += leaves ? 0 : 1;
  }
  return places;
}

template <class Rows>
Rows rows_left(const Rows& rows, const std::vector<bool>& leaving) {
  Rows left;
  for (std::size_t place = 0; place < rows.size(); ++place) {
    if (!leaving[place]) {
      left.push_back(rows[place]);
    }
  }
  return left;
}

struct Places {
  std::vector<std::optional<NeedIndex>> need;
  std::vector<std::optional<ContributionIndex>> contribution;
  std::vector<std::optional<std::size_t>> activity;

  [[nodiscard]] bool has(NeedIndex one) const { return need[one.position()].has_value(); }
  [[nodiscard]] bool has(ContributionIndex one) const {
    return contribution[one.position()].has_value();
  }

  // Pairs of a contribution and a need.
  template <class Pairs>
  void move_pairs(Pairs& pairs) const {
    std::erase_if(pairs,
                  [&](const auto& pair) { return !has(pair.contribution) || !has(pair.need); });
    for (auto& pair : pairs) {
      pair.contribution = *contribution[pair.contribution.position()];
      pair.need = *need[pair.need.position()];
    }
  }

  template <class Offers>
  void move_offers(Offers& offers) const {
    for (auto& offer : offers) {
      std::erase_if(offer.depends_on, [&](const Condition& condition) {
        return condition.need ? !has(*condition.need) : !has(*condition.contribution);
      });
      for (Condition& condition : offer.depends_on) {
        if (condition.need) {
          condition.need = *need[condition.need->position()];
        } else {
          condition.contribution = *contribution[condition.contribution->position()];
        }
      }
      offer.activity = offer.activity ? activity[*offer.activity] : std::nullopt;
    }
  }

  void move_bans(std::vector<Ban>& bans) const {
    std::erase_if(bans, [&](const Ban& ban) {
      return (ban.from_contribution && !has(*ban.from_contribution)) ||
             (ban.to_need && !has(*ban.to_need));
    });
    for (Ban& ban : bans) {
      if (ban.from_contribution) {
        ban.from_contribution = contribution[ban.from_contribution->position()];
      }
      if (ban.to_need) {
        ban.to_need = need[ban.to_need->position()];
      }
    }
  }
};

}  // namespace

Territory without(const Territory& territory, const std::vector<bool>& needs,
                  const std::vector<bool>& contributions) {
  std::vector<bool> activities(territory.activities.size(), false);
  std::vector<bool> leaving_needs = needs;
  std::vector<bool> leaving_contributions = contributions;
  for (std::size_t place = 0; place < activities.size(); ++place) {
    const Activity& activity = territory.activities[place];
    activities[place] =
        std::any_of(activity.takes.begin(), activity.takes.end(),
                    [&](NeedIndex need) { return needs[need.position()]; }) ||
        std::any_of(activity.makes.begin(), activity.makes.end(),
                    [&](ContributionIndex made) { return contributions[made.position()]; });
    for (NeedIndex const need : activity.takes) {
      leaving_needs[need.position()] = leaving_needs[need.position()] || activities[place];
    }
    for (ContributionIndex const made : activity.makes) {
      leaving_contributions[made.position()] =
          leaving_contributions[made.position()] || activities[place];
    }
  }
  Places const places{places_left<NeedIndex>(leaving_needs),
                      places_left<ContributionIndex>(leaving_contributions),
                      places_left<std::size_t>(activities)};
  Territory left = territory;
  left.needs = rows_left(territory.needs, leaving_needs);
  left.contributions = rows_left(territory.contributions, leaving_contributions);
  left.activities = rows_left(territory.activities, activities);
  for (Activity& activity : left.activities) {
    for (NeedIndex& need : activity.takes) {
      need = *places.need[need.position()];
    }
    for (ContributionIndex& made : activity.makes) {
      made = *places.contribution[made.position()];
    }
  }
  places.move_offers(left.needs);
  places.move_offers(left.contributions);
  places.move_pairs(left.links);
  places.move_pairs(left.arranged);
  places.move_bans(left.bans);
  return left;
}

}  // namespace bocage::territory
