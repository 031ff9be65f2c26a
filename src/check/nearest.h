#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "check/grid.h"
#include "check/links.h"

namespace bocage::check {

// How near a contribution comes to supplying a need it is not linked to: the test it fails, and by
// how much.
struct Nearness {
  Test failed = Test::kResource;
  std::int64_t apart = 0;  // metres where it is out of reach, days where the dates never meet
};

[[nodiscard]] Nearness nearness_of(const territory::Territory& territory, const LinkRule& rule,
                                   std::uint32_t contribution, std::uint32_t need);

// For the reasons of needs without a link: proves that nobody comes nearer than the contribution a
// plan names, without a look at everybody.
class Nearest {
 public:
  Nearest(const territory::Territory& territory, const LinkRule& rule);

  // Whether surely nobody comes nearer to this need, which has no possible link. May be false where
  // it is so all the same: then everybody has to be asked.
  [[nodiscard]] bool nobody_is_nearer(std::uint32_t need, const Nearness& than) const;

 private:
  static constexpr std::uint32_t kSeveral = 0xFFFFFFFF;

  // Who offers a resource, itself or by one below it.
  struct Offers {
    std::vector<std::uint32_t> contributions;
    std::uint32_t owner = 0;  // the stakeholder of all, or kSeveral
    std::vector<std::int32_t> first_days;
    std::vector<std::int32_t> last_days;
    std::vector<std::uint32_t> nowhere;  // those without a position
  };

  void index();
  [[nodiscard]] bool beats(std::uint32_t contribution, std::uint32_t need,
                           const Nearness& than) const;
  [[nodiscard]] bool some_beat(const std::vector<std::uint32_t>& contributions, std::uint32_t need,
                               const Nearness& than) const;
  [[nodiscard]] bool dates_meet_sooner(const Offers& offers, std::uint32_t need,
                                       const Nearness& than) const;

  const territory::Territory& territory_;
  const LinkRule& rule_;
  Grid grid_;
  std::vector<Offers> offers_;                        // by resource
  std::vector<std::vector<std::uint32_t>> listed_;    // by need, where links.csv is present
  std::vector<std::vector<std::uint32_t>> of_owner_;  // contributions by stakeholder
};

}  // namespace bocage::check
