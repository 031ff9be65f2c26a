#include "mechanism/allocate/touched.h"

#include <algorithm>
#include <map>

#include "base/disjoint_sets.h"

namespace bocage::mechanism::allocate {
namespace {

using territory::Territory;

// What takes a part out of the exact method.
template <class Offer>
bool has_one(const Offer& offer) {
  territory::Quanta const one(1);
  return offer.activity.has_value() || !offer.depends_on.empty() ||
         offer.lot_size.value_or(one) > one || offer.smallest_delivery.value_or(one) > one;
}

// Needs count from 0, contributions from there on.
class Joining {
 public:
  Joining(const Territory& territory, const territory::PossibleLinks& links)
      : all_(territory),
        links_(links),
        sets_(territory.needs.size() + territory.contributions.size()),
        marked_(territory.needs.size() + territory.contributions.size(), false) {}

  Touched run() {
    for (std::size_t need = 0; need < all_.needs.size(); ++need) {
      for (std::uint32_t k = links_.first[need]; k < links_.first[need + 1]; ++k) {
        sets_.join(need, contribution(links_.contribution[k]));
      }
      mark(need, all_.needs[need]);
    }
    for (std::size_t place = 0; place < all_.contributions.size(); ++place) {
      mark(contribution(place), all_.contributions[place]);
    }
    for (const territory::Activity& activity : all_.activities) {
      for (territory::NeedIndex const need : activity.takes) {
        sets_.join(need.position(), contribution(activity.makes.front().position()));
      }
      for (territory::ContributionIndex const made : activity.makes) {
        sets_.join(contribution(made.position()), contribution(activity.makes.front().position()));
      }
    }
    return gather();
  }

 private:
  [[nodiscard]] std::size_t contribution(std::size_t place) const {
    return all_.needs.size() + place;
  }

  template <class Offer>
  void mark(std::size_t node, const Offer& offer) {
    marked_[node] = has_one(offer);
    for (const territory::Condition& condition : offer.depends_on) {
      sets_.join(node, condition.need ? condition.need->position()
                                      : contribution(condition.contribution->position()));
    }
  }

  Touched gather() {
    Touched touched;
    std::vector<bool> has_link(marked_.size(), false);
    for (std::size_t need = 0; need < all_.needs.size(); ++need) {
      if (links_.first[need] < links_.first[need + 1]) {
        has_link[sets_.root(need)] = true;
      }
    }
    std::vector<bool> root_is_touched(marked_.size(), false);
    for (std::size_t node = 0; node < marked_.size(); ++node) {
      if (marked_[node] && has_link[sets_.root(node)]) {
        root_is_touched[sets_.root(node)] = true;
      }
    }
    std::map<std::size_t, std::size_t> part_of;  // by root, which is its smallest node
    auto const part = [&](std::size_t node) -> TouchedPart& {
      auto const [found, is_new] = part_of.try_emplace(sets_.root(node), touched.parts.size());
      if (is_new) {
        touched.parts.emplace_back();
      }
      return touched.parts[found->second];
    };
    touched.need.assign(all_.needs.size(), false);
    touched.contribution.assign(all_.contributions.size(), false);
    for (std::uint32_t need = 0; need < all_.needs.size(); ++need) {
      if (root_is_touched[sets_.root(need)]) {
        touched.need[need] = true;
        part(need).needs.push_back(need);
        for (std::uint32_t k = links_.first[need]; k < links_.first[need + 1]; ++k) {
          part(need).links.push_back(k);
        }
      }
    }
    for (std::uint32_t place = 0; place < all_.contributions.size(); ++place) {
      if (root_is_touched[sets_.root(contribution(place))]) {
        touched.contribution[place] = true;
        part(contribution(place)).contributions.push_back(place);
      }
    }
    for (std::size_t place = 0; place < all_.activities.size(); ++place) {
      std::size_t const node = contribution(all_.activities[place].makes.front().position());
      if (root_is_touched[sets_.root(node)]) {
        part(node).activities.push_back(place);
      }
    }
    return touched;
  }

  const Territory& all_;
  const territory::PossibleLinks& links_;
  base::DisjointSets sets_;
  std::vector<bool> marked_;
};

}  // namespace

Touched find_touched(const Territory& territory, const territory::PossibleLinks& links) {
  auto const is_plain = [](const auto& offers) {
    return std::none_of(offers.begin(), offers.end(),
                        [](const auto& offer) { return has_one(offer); });
  };
  if (is_plain(territory.needs) && is_plain(territory.contributions)) {
    return {{},
            std::vector<bool>(territory.needs.size(), false),
            std::vector<bool>(territory.contributions.size(), false)};
  }
  return Joining(territory, links).run();
}

territory::PossibleLinks links_without(const territory::PossibleLinks& links,
                                       const std::vector<bool>& left_out) {
  territory::PossibleLinks left;
  left.first.push_back(0);
  for (std::size_t need = 0; need + 1 < links.first.size(); ++need) {
    for (std::uint32_t k = links.first[need]; k < links.first[need + 1] && !left_out[need]; ++k) {
      left.contribution.push_back(links.contribution[k]);
      left.metres.push_back(links.metres[k]);
      if (!links.value.empty()) {
        left.value.push_back(links.value[k]);
      }
    }
    left.first.push_back(static_cast<std::uint32_t>(left.contribution.size()));
  }
  return left;
}

}  // namespace bocage::mechanism::allocate
