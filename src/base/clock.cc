#include "base/clock.h"

#include <ctime>

namespace bocage::base {

Moment clock_of_the_room() {
  constexpr int kSecondsOfMinute = 60;
  std::time_t const now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return {(static_cast<std::int64_t>(now) + local.tm_gmtoff) / kSecondsOfMinute};
}

}  // namespace bocage::base
