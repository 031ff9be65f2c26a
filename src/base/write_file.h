#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bocage::base {

// Why a file could not be written.
struct WriteFailure {
  bool path_is_wrong = false;  // no such folder, no permission: else the disk failed
  std::string system_message;
};

// Writes aside, in the same folder, and renames: a reader finds the old file or the whole new one,
// and Ctrl-C leaves nothing behind. What is no regular file (a pipe, /dev/stdout) is written to as
// it is.
[[nodiscard]] std::optional<WriteFailure> write_file(const std::string& path,
                                                     std::string_view bytes);

}  // namespace bocage::base
