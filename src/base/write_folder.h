#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/write_file.h"

namespace bocage::base {

enum class FolderState { kAbsent, kEmpty, kTaken };

// A file, or a folder that cannot be looked into, is taken.
[[nodiscard]] FolderState folder_state(const std::string& path);

// Writes the files into a folder beside `path` and renames it: there is the whole folder or none.
// `path` is absent or empty.
[[nodiscard]] std::optional<WriteFailure> write_folder(
    const std::string& path, const std::map<std::string, std::string>& files);

}  // namespace bocage::base
