#include "mechanism/allocate/extra.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "territory/distance.h"

namespace bocage::mechanism::allocate {
namespace {

using territory::Contribution;
using territory::Need;
using territory::NeedIndex;
using territory::Position;
using territory::Territory;

class Imagined {
 public:
  Imagined(const Territory& territory, NeedIndex asking)
      : territory_(territory),
        asking_(territory.needs[asking.position()]),
        position_(place_of(territory, asking_).position) {
    offer_.family = asking_.family;
    offer_.resources = asking_.resources;
  }

  // The metres to a need it could serve; nothing where it could not.
  [[nodiscard]] std::optional<std::int64_t> metres_to(NeedIndex index) const {
    const Need& other = territory_.needs[index.position()];
    if (!serves(territory_, offer_, other) || !asking_.window.shares_a_day_with(other.window) ||
        banned_for(index)) {
      return std::nullopt;
    }
    auto const there = place_of(territory_, other).position;
    if (!position_ || !there) {
      bool const limited = asking_.reach || other.reach;
      return limited && &other != &asking_ ? std::nullopt : std::optional<std::int64_t>(0);
    }
    std::int64_t const metres =
        road_distance(*position_, *there, territory_.settings.detour).count();
    bool const too_far = (asking_.reach && metres > asking_.reach->count()) ||
                         (other.reach && metres > other.reach->count());
    return too_far ? std::nullopt : std::optional<std::int64_t>(metres);
  }

 private:
  [[nodiscard]] bool banned_for(NeedIndex index) const {
    return std::any_of(
        territory_.bans.begin(), territory_.bans.end(), [&](const territory::Ban& ban) {
          bool const from_all = !ban.from_stakeholder && !ban.from_contribution;
          bool const to_all = !ban.to_stakeholder && !ban.to_need;
          return from_all && (to_all || ban.to_need == index ||
                              ban.to_stakeholder == territory_.needs[index.position()].stakeholder);
        });
  }

  const Territory& territory_;
  const Need& asking_;
  std::optional<Position> position_;
  Contribution offer_;
};

}  // namespace

Extra extra_for(const Territory& territory, NeedIndex need) {
  Imagined const imagined(territory, need);
  Extra extra;
  for (std::size_t n = 0; n < territory.needs.size(); ++n) {
    if (auto const metres = imagined.metres_to(NeedIndex(n))) {
      extra.linked_to.push_back(static_cast<std::uint32_t>(n));
      extra.metres.push_back(static_cast<std::int32_t>(*metres));
    }
  }
  return extra;
}

std::vector<std::uint32_t> that_extra_could_serve(const Territory& territory, NeedIndex need,
                                                  const std::vector<std::uint32_t>& among) {
  Imagined const imagined(territory, need);
  std::vector<std::uint32_t> could;
  std::copy_if(among.begin(), among.end(), std::back_inserter(could), [&](std::uint32_t other) {
    return imagined.metres_to(NeedIndex(other)).has_value();
  });
  return could;
}

}  // namespace bocage::mechanism::allocate
