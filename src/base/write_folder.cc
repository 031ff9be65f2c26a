#include "base/write_folder.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>

#include "base/signals_wait.h"

namespace bocage::base {
namespace {

WriteFailure failure(int error) {
  bool const disk = error == ENOSPC || error == EIO || error == EDQUOT;
  return {!disk, std::strerror(error)};
}

void remove_all(const std::string& folder, const std::map<std::string, std::string>& files) {
  std::string const inside = folder + "/";
  for (auto const& [name, bytes] : files) {
    ::unlink((inside + name).c_str());
  }
  ::rmdir(folder.c_str());
}

std::string without_last_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') {
    path.pop_back();
  }
  return path;
}

}  // namespace

FolderState folder_state(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    return FolderState::kAbsent;
  }
  std::unique_ptr<DIR, int (*)(DIR*)> const folder(::opendir(path.c_str()), &::closedir);
  if (!folder) {
    return FolderState::kTaken;
  }
  while (const dirent* const entry = ::readdir(folder.get())) {
    std::string_view const name = entry->d_name;
    if (name != "." && name != "..") {
      return FolderState::kTaken;
    }
  }
  return FolderState::kEmpty;
}

std::optional<WriteFailure> write_folder(const std::string& path,
                                         const std::map<std::string, std::string>& files) {
  SignalsWait const wait;
  std::string const target = without_last_slashes(path);
  std::string aside = target + ".XXXXXX";
  if (::mkdtemp(aside.data()) == nullptr) {
    return failure(errno);
  }
  std::string const inside = aside + "/";
  for (auto const& [name, bytes] : files) {
    if (auto failed = write_file(inside + name, bytes)) {
      remove_all(aside, files);
      return failed;
    }
  }
  mode_t const mask = ::umask(0);
  ::umask(mask);
  constexpr mode_t kEverybody = 0777;
  // An empty folder of that name gives way to the new one.
  if (::chmod(aside.c_str(), kEverybody & ~mask) != 0 ||
      std::rename(aside.c_str(), target.c_str()) != 0) {
    int const error = errno;
    remove_all(aside, files);
    return failure(error);
  }
  return std::nullopt;
}

}  // namespace bocage::base
