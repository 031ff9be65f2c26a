#include "base/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "base/signals_wait.h"

namespace bocage::base {
namespace {

// The file written aside, for a signal to remove; empty where there is none. Only what POSIX allows
// in a signal handler touches it.
std::array<char, PATH_MAX> written_aside{};

extern "C" void remove_and_leave(int signal) {
  if (written_aside[0] != '\0') {
    unlink(written_aside.data());
  }
  _exit(128 + signal);  // as a shell reports a program that a signal ended
}

// From here to its end, a signal removes the file written aside.
class Guard {
 public:
  explicit Guard(const std::string& path) {
    std::memcpy(written_aside.data(), path.c_str(), path.size() + 1);
    struct sigaction action {};
    action.sa_handler = &remove_and_leave;
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      sigaction(kSignals[i], nullptr, &before_[i]);
      if (before_[i].sa_handler != SIG_IGN) {
        sigaction(kSignals[i], &action, nullptr);
      }
    }
  }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;
  ~Guard() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      sigaction(kSignals[i], &before_[i], nullptr);
    }
    written_aside[0] = '\0';
  }

 private:
  std::array<struct sigaction, kSignals.size()> before_{};
};

WriteFailure failure(int error) {
  bool const path_is_wrong = error == ENOENT || error == EACCES || error == EISDIR ||
                             error == ENOTDIR || error == EROFS || error == ENAMETOOLONG ||
                             error == EPERM || error == ELOOP;
  return {path_is_wrong, std::strerror(error)};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return true;
}

std::optional<WriteFailure> write_in_place(const std::string& path, std::string_view bytes) {
  int const descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return failure(errno);
  }
  bool const written = write_all(descriptor, bytes);
  int const error = errno;
  ::close(descriptor);
  return written ? std::nullopt : std::optional(failure(error));
}

// The permissions the file has already, else what the user's mask leaves.
mode_t permissions(const struct stat* existing) {
  if (existing != nullptr) {
    return existing->st_mode & 0777U;
  }
  mode_t const mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

std::string real_path(const std::string& path) {
  char* const resolved = ::realpath(path.c_str(), nullptr);
  std::string real = resolved == nullptr ? path : resolved;
  std::free(resolved);
  return real;
}

void sync_folder(const std::string& folder) {
  int const descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    ::fsync(descriptor);
    ::close(descriptor);
  }
}

// Empty where nothing failed; `errno` says what did.
bool fill(int descriptor, std::string_view bytes, mode_t mode) {
  return ::fchmod(descriptor, mode) == 0 && write_all(descriptor, bytes) &&
         ::fsync(descriptor) == 0;
}

}  // namespace

std::optional<WriteFailure> write_file(const std::string& path, std::string_view bytes) {
  struct stat status {};
  bool const exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return failure(EISDIR);
  }
  if (exists && !S_ISREG(status.st_mode)) {
    return write_in_place(path, bytes);
  }
  if (exists && ::access(path.c_str(), W_OK) != 0) {
    return failure(errno);
  }
  // Through a symbolic link, it is the file behind it that is replaced.
  std::string const target = exists ? real_path(path) : path;
  std::size_t const slash = target.rfind('/');
  std::string const folder = slash == std::string::npos ? "." : target.substr(0, slash + 1);
  std::string const name = slash == std::string::npos ? target : target.substr(slash + 1);
  std::string aside = (folder == "." ? "" : folder) + "." + name + ".XXXXXX";
  if (name.empty()) {
    return failure(EISDIR);
  }
  if (aside.size() >= PATH_MAX) {
    return failure(ENAMETOOLONG);
  }
  auto wait = std::make_unique<SignalsWait>();
  int const descriptor = ::mkstemp(aside.data());
  if (descriptor < 0) {
    return failure(errno);
  }
  Guard const guard(aside);
  wait.reset();
  bool done = fill(descriptor, bytes, permissions(exists ? &status : nullptr));
  int error = errno;
  ::close(descriptor);
  if (done) {
    done = ::rename(aside.c_str(), target.c_str()) == 0;
    error = errno;
  }
  if (!done) {
    ::unlink(aside.c_str());
    return failure(error);
  }
  sync_folder(folder);
  return std::nullopt;
}

}  // namespace bocage::base
