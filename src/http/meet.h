#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace bocage::http {

struct MeetOptions {
  std::string folder;
  std::uint16_t port = 0;
};

// Serves the pages of a folder until it is told to stop by a signal. `ready` is told the address
// to open. The result is empty, or why it could not begin.
[[nodiscard]] std::string meet(const MeetOptions& options,
                               const std::function<void(const std::string& address)>& ready);

}  // namespace bocage::http
