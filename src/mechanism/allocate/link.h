#pragma once

#include <optional>
#include <vector>

#include "territory/plan.h"
#include "territory/possible_links.h"
#include "territory/problem.h"
#include "territory/territory.h"

namespace bocage::mechanism::allocate {

// The possible links of a territory (design section 5), found by a spatial index, never by all
// pairs where a reach is stated; for each need without one, why, and the facts behind it.
struct MissingLink {
  territory::NoLink why = territory::NoLink::kNoSuchResource;
  territory::Facts facts;
};

struct LinkedTerritory {
  territory::PossibleLinks links;
  std::vector<std::optional<MissingLink>> missing;  // of a need
  territory::Problems warnings;                     // listed pairs that are not possible
};

// Why a need has no link is only looked for where it is asked.
enum class Missing { kExplained, kNotExplained };
[[nodiscard]] LinkedTerritory link(const territory::Territory& territory,
                                   Missing missing = Missing::kExplained);

// Whether no ban keeps the contribution from the need; the reason of the first ban that does.
class BanList {
 public:
  explicit BanList(const territory::Territory& territory);
  [[nodiscard]] const territory::Ban* find(territory::ContributionIndex contribution,
                                           territory::NeedIndex need) const;

 private:
  [[nodiscard]] std::uint64_t key(std::uint64_t from, std::uint64_t to) const;
  const territory::Territory& territory_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> bans_;  // sorted by key
};

// What a link measures: its listed distance, else between the two places, else 0.
[[nodiscard]] territory::Metres distance_between(const territory::Territory& territory,
                                                 territory::ContributionIndex contribution,
                                                 territory::NeedIndex need);

}  // namespace bocage::mechanism::allocate
