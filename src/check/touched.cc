#include "check/touched.h"

#include <algorithm>
#include <set>

namespace bocage::check {
namespace {

using territory::Territory;

class Walk {
 public:
  Walk(const Territory& territory, const territory::PossibleLinks& links)
      : all_(territory), links_(links), next_to_(territory.needs.size() + contributions()) {
    for (std::size_t need = 0; need < all_.needs.size(); ++need) {
      for (std::uint32_t k = links_.first[need]; k < links_.first[need + 1]; ++k) {
        join(need, of_contribution(links_.contribution[k]));
      }
      join_conditions(need, all_.needs[need]);
    }
    for (std::size_t place = 0; place < contributions(); ++place) {
      join_conditions(of_contribution(place), all_.contributions[place]);
    }
    for (const territory::Activity& activity : all_.activities) {
      for (territory::ContributionIndex const made : activity.makes) {
        for (territory::NeedIndex const taken : activity.takes) {
          join(taken.position(), of_contribution(made.position()));
        }
      }
    }
  }

  std::vector<TouchedPart> run() {
    std::vector<TouchedPart> parts;
    for (std::size_t node = 0; node < next_to_.size(); ++node) {
      if (seen_.contains(node) || !starts(node)) {
        continue;
      }
      TouchedPart part = from(node);
      bool const has_link = std::any_of(
          part.needs.begin(), part.needs.end(),
          [&](std::uint32_t need) { return links_.first[need] < links_.first[need + 1]; });
      if (has_link) {
        parts.push_back(std::move(part));
      }
    }
    std::sort(parts.begin(), parts.end(), [](const TouchedPart& a, const TouchedPart& b) {
      return a.needs.front() < b.needs.front();
    });
    return parts;
  }

 private:
  [[nodiscard]] std::size_t contributions() const { return all_.contributions.size(); }
  [[nodiscard]] std::size_t of_contribution(std::size_t place) const {
    return all_.needs.size() + place;
  }
  void join(std::size_t a, std::size_t b) {
    next_to_[a].push_back(b);
    next_to_[b].push_back(a);
  }
  template <class Offer>
  void join_conditions(std::size_t node, const Offer& offer) {
    for (const territory::Condition& condition : offer.depends_on) {
      join(node, condition.need ? condition.need->position()
                                : of_contribution(condition.contribution->position()));
    }
  }

  template <class Offer>
  static bool has_one(const Offer& offer) {
    return offer.activity || !offer.depends_on.empty() ||
           (offer.lot_size && offer.lot_size->count() > 1) ||
           (offer.smallest_delivery && offer.smallest_delivery->count() > 1);
  }
  [[nodiscard]] bool starts(std::size_t node) const {
    return node < all_.needs.size() ? has_one(all_.needs[node])
                                    : has_one(all_.contributions[node - all_.needs.size()]);
  }

  TouchedPart from(std::size_t start) {
    std::set<std::size_t> members{start};
    std::vector<std::size_t> open{start};
    while (!open.empty()) {
      std::size_t const node = open.back();
      open.pop_back();
      for (std::size_t const other : next_to_[node]) {
        if (members.insert(other).second) {
          open.push_back(other);
        }
      }
    }
    TouchedPart part;
    std::set<std::size_t> activities;
    for (std::size_t const node : members) {
      if (node < all_.needs.size()) {
        part.needs.push_back(static_cast<std::uint32_t>(node));
      } else {
        std::size_t const place = node - all_.needs.size();
        part.contributions.push_back(static_cast<std::uint32_t>(place));
        if (all_.contributions[place].activity) {
          activities.insert(*all_.contributions[place].activity);
        }
      }
    }
    part.activities.assign(activities.begin(), activities.end());
    seen_.insert(members.begin(), members.end());
    return part;
  }

  const Territory& all_;
  const territory::PossibleLinks& links_;
  std::vector<std::vector<std::size_t>> next_to_;
  std::set<std::size_t> seen_;
};

}  // namespace

std::vector<TouchedPart> find_touched(const Territory& territory,
                                      const territory::PossibleLinks& links) {
  auto const plain = [](const auto& offers) {
    return std::none_of(offers.begin(), offers.end(), [](const auto& offer) {
      return offer.activity || !offer.depends_on.empty() || offer.lot_size ||
             offer.smallest_delivery;
    });
  };
  if (plain(territory.needs) && plain(territory.contributions)) {
    return {};  // as most territories are: nothing to walk
  }
  return Walk(territory, links).run();
}

}  // namespace bocage::check
