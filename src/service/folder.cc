#include "service/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "exchange/commit_folder.h"
#include "exchange/read_territory.h"
#include "exchange/text_file.h"

namespace bocage::service {
namespace {

using base::WriteFailure;

constexpr std::string_view kAside = ".bocage-aside.";
constexpr const char* kStakeholders = "stakeholders.csv";

WriteFailure failure(int error) {
  bool const disk = error == ENOSPC || error == EIO || error == EDQUOT;
  return {!disk, std::strerror(error)};
}

std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  std::unique_ptr<DIR, int (*)(DIR*)> const folder(::opendir(path.c_str()), &::closedir);
  while (const dirent* const entry = folder ? ::readdir(folder.get()) : nullptr) {
    std::string name = entry->d_name;
    if (name != "." && name != "..") {
      names.push_back(std::move(name));
    }
  }
  return names;
}

bool is_ours(const std::string& name) {
  auto const ends_with = [&](std::string_view end) {
    return name.size() >= end.size() &&
           name.compare(name.size() - end.size(), end.size(), end) == 0;
  };
  return name.front() != '.' && (ends_with(".csv") || ends_with(".toml") ||
                                 (name.compare(0, 5, "plan-") == 0 && ends_with(".json")));
}

std::string joined(const std::string& folder, std::string_view name) {
  std::string path = folder;
  path.append("/").append(name);
  return path;
}

void remove_folder(const std::string& path) {
  for (const std::string& name : names_in(path)) {
    ::unlink(joined(path, name).c_str());
  }
  ::rmdir(path.c_str());
}

void sync(const std::string& folder) {
  int const descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    ::fsync(descriptor);
    ::close(descriptor);
  }
}

}  // namespace

base::Result<Folder, WriteFailure> Folder::open(const std::string& path) {
  int const descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) {
    return failure(errno);
  }
  while (::flock(descriptor, LOCK_EX) != 0 && errno == EINTR) {
  }
  Folder folder(path, descriptor);
  folder.share_stakeholders();
  if (::access(path.c_str(), W_OK) == 0) {
    for (const std::string& name : names_in(path)) {
      if (name.compare(0, kAside.size(), kAside) == 0) {
        remove_folder(joined(path, name));  // begun, never decided
      }
    }
    (void)folder.finish_commit();  // if it cannot be, it is read from where it waits
  }
  return folder;
}

void Folder::share_stakeholders() {
  std::string const table = exchange::shared_stakeholders_of(path_);
  if (table.empty()) {
    return;
  }
  std::string const above = table.substr(0, table.rfind('/'));
  shared_lock_ = ::open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (shared_lock_ >= 0 && ::flock(shared_lock_, LOCK_EX) != 0 && errno == EINTR) {
  }
  shared_ = above;
}

std::string Folder::place_of(const std::string& name) const {
  return joined(!shared_.empty() && name == kStakeholders ? shared_ : path_, name);
}

Folder::Folder(Folder&& other) noexcept
    : path_(std::move(other.path_)),
      lock_(std::exchange(other.lock_, -1)),
      shared_(std::move(other.shared_)),
      shared_lock_(std::exchange(other.shared_lock_, -1)) {}

Folder::~Folder() {
  for (int const lock : {lock_, shared_lock_}) {
    if (lock >= 0) {
      ::close(lock);
    }
  }
}

Files Folder::read() const {
  Files files = files_in(path_);
  if (!shared_.empty() && files.count(kStakeholders) == 0) {
    if (auto bytes = exchange::read_bytes(place_of(kStakeholders))) {
      files[kStakeholders] = std::move(bytes).value();
    }
  }
  return files;
}

std::optional<WriteFailure> Folder::write(const Files& files) const {
  if (::access(path_.c_str(), W_OK) != 0) {
    return failure(errno);
  }
  if (auto failed = finish_commit()) {
    return failed;
  }
  std::string aside = path_ + "/" + std::string(kAside) + "XXXXXX";
  if (::mkdtemp(aside.data()) == nullptr) {
    return failure(errno);
  }
  for (auto const& [name, bytes] : files) {
    struct stat status {};
    std::string const target = place_of(name);
    bool const forbidden =
        ::stat(target.c_str(), &status) == 0 && ::access(target.c_str(), W_OK) != 0;
    auto failed =
        forbidden ? std::optional(failure(EACCES)) : base::write_file(joined(aside, name), bytes);
    if (failed) {
      remove_folder(aside);
      return failed;
    }
  }
  sync(aside);
  std::string const commit = joined(path_, exchange::kCommitFolder);
  if (std::rename(aside.c_str(), commit.c_str()) != 0) {
    int const error = errno;
    remove_folder(aside);
    return failure(error);
  }
  sync(path_);
  (void)finish_commit();
  return std::nullopt;
}

// It is decided already: each file is whole under one of its two names, and whoever opens the
// folder next goes on here.
std::optional<WriteFailure> Folder::finish_commit() const {
  std::string const commit = joined(path_, exchange::kCommitFolder);
  if (::access(commit.c_str(), F_OK) != 0) {
    return std::nullopt;
  }
  for (const std::string& name : names_in(commit)) {
    std::string const from = joined(commit, name);
    if (name.front() == '.') {
      ::unlink(from.c_str());
      continue;
    }
    std::string const to = place_of(name);
    struct stat status {};
    if (::stat(to.c_str(), &status) == 0) {
      (void)::chmod(from.c_str(), status.st_mode & 0777U);
    }
    if (std::rename(from.c_str(), to.c_str()) != 0) {
      return failure(errno);
    }
  }
  sync(path_);
  if (!shared_.empty()) {
    sync(shared_);
  }
  if (::rmdir(commit.c_str()) != 0) {
    return failure(errno);
  }
  return std::nullopt;
}

Files files_in(const std::string& path) {
  Files files;
  for (const std::string& folder : {path, joined(path, exchange::kCommitFolder)}) {
    for (const std::string& name : names_in(folder)) {
      if (!is_ours(name)) {
        continue;
      }
      if (auto bytes = exchange::read_bytes(joined(folder, name))) {
        files[name] = std::move(bytes).value();
      }
    }
  }
  return files;
}

std::string revision(const Files& files, const std::string& name) {
  auto const found = files.find(name);
  return found == files.end() ? std::string() : base::sha256_hex(found->second);
}

}  // namespace bocage::service
