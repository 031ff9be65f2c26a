#pragma once

#include <string>

#include "territory/possible_links.h"
#include "territory/territory.h"

// Which links are possible (design, section 5), found without the engine's index: a grid of cells,
// and a rule for a pair that is written from the text of the design.
namespace bocage::check {

// The tests of a pair, in their order; kPossible passes all.
enum class Test {
  kResource,
  kOwnMeans,
  kListed,
  kDates,
  kReach,     // too far
  kPosition,  // nowhere, with a reach to keep
  kBans,
  kPossible,
};

class LinkRule {
 public:
  explicit LinkRule(const territory::Territory& territory);

  // The first test the pair fails.
  [[nodiscard]] Test first_failure(std::uint32_t contribution, std::uint32_t need) const;
  [[nodiscard]] territory::Metres distance(std::uint32_t contribution, std::uint32_t need) const;
  [[nodiscard]] territory::Millionths value(std::uint32_t contribution, std::uint32_t need) const;
  // The ban that keeps the pair apart; null where none does.
  [[nodiscard]] const territory::Ban* ban(std::uint32_t contribution, std::uint32_t need) const;
  [[nodiscard]] bool is_listed(std::uint32_t contribution, std::uint32_t need) const;

  [[nodiscard]] const std::optional<territory::Position>& need_position(std::uint32_t need) const {
    return need_positions_[need];
  }
  [[nodiscard]] const std::optional<territory::Position>& contribution_position(
      std::uint32_t contribution) const {
    return contribution_positions_[contribution];
  }

 private:
  [[nodiscard]] const territory::ListedLink* listed(std::uint32_t contribution,
                                                    std::uint32_t need) const;
  [[nodiscard]] bool resource_serves(const territory::Contribution& contribution,
                                     const territory::Need& need) const;

  const territory::Territory& territory_;
  std::vector<std::optional<territory::Position>> need_positions_;
  std::vector<std::optional<territory::Position>> contribution_positions_;
  std::vector<const territory::ListedLink*> listed_;  // by contribution, then need
  struct BanKey {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    const territory::Ban* ban = nullptr;
  };
  std::vector<BanKey> bans_;  // sorted by from, to
};

// Every possible link.
[[nodiscard]] territory::PossibleLinks find_links(const territory::Territory& territory,
                                                  const LinkRule& rule);

}  // namespace bocage::check
