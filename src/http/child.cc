#include "http/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "exchange/read_territory.h"

namespace bocage::http {

namespace {

constexpr std::size_t kMostError = 20'000;

// A folder that goes when it is no longer needed.
class Workplace {
 public:
  Workplace() {
    const char* const place = std::getenv("TMPDIR");
    path_ = std::string(place != nullptr ? place : "/tmp") + "/bocage-XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) {
      path_.clear();
    }
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  ~Workplace() {
    std::error_code ignored;
    if (!path_.empty()) {
      std::filesystem::remove_all(path_, ignored);
    }
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() { (void)::pipe2(ends.data(), O_CLOEXEC); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  void close_end(std::size_t end) {
    if (ends[end] >= 0) {
      ::close(ends[end]);
      ends[end] = -1;
    }
  }
};

// In the child, between fork and exec: only what a signal handler might do.
[[noreturn]] void become(const char* folder, char* const* arguments, const Pipe& out,
                         const Pipe& error, const ChildLimits& limits) {
  struct rlimit const memory{limits.memory, limits.memory};
  auto const seconds = static_cast<rlim_t>(limits.time.count());
  struct rlimit const time{seconds, seconds + 1};
  ::setrlimit(RLIMIT_AS, &memory);
  ::setrlimit(RLIMIT_CPU, &time);
  int const nothing = ::open("/dev/null", O_RDONLY);
  if (::chdir(folder) == 0 && nothing >= 0 && ::dup2(nothing, 0) >= 0 &&
      ::dup2(out.ends[1], 1) >= 0 && ::dup2(error.ends[1], 2) >= 0) {
    ::execv(limits.program.c_str(), arguments);
  }
  constexpr int kCannotRun = 127;
  ::_exit(kCannotRun);
}

// Takes what a pipe holds; false at its end.
bool take(int descriptor, std::string& into, std::size_t most, bool& too_much) {
  std::array<char, 65536> bytes{};
  ssize_t const count = ::read(descriptor, bytes.data(), bytes.size());
  if (count <= 0) {
    return count < 0 && errno == EINTR;
  }
  std::size_t const room = most - std::min(most, into.size());
  too_much = too_much || static_cast<std::size_t>(count) > room;
  into.append(bytes.data(), std::min(room, static_cast<std::size_t>(count)));
  return true;
}

// Takes whole lines of progress out of what was said.
void hear_progress(std::string& said, const ProgressHeard& heard) {
  constexpr std::string_view kMark = "progress ";
  for (std::size_t begin = 0, line_end = said.find('\n'); line_end != std::string::npos;
       line_end = said.find('\n', begin)) {
    if (said.compare(begin, kMark.size(), kMark) != 0) {
      begin = line_end + 1;
      continue;
    }
    std::string const line = said.substr(begin + kMark.size(), line_end - begin - kMark.size());
    std::size_t const space = line.find(' ');
    if (heard && space != std::string::npos) {
      heard(line.substr(space + 1), std::strtod(line.c_str(), nullptr));
    }
    said.erase(begin, line_end + 1 - begin);
  }
}

void listen_to(pid_t child, Pipe& out, Pipe& error, const ChildLimits& limits,
               const ProgressHeard& heard, ChildEnd& end) {
  auto const deadline = std::chrono::steady_clock::now() + limits.time;
  std::array<struct pollfd, 2> ends{{{out.ends[0], POLLIN, 0}, {error.ends[0], POLLIN, 0}}};
  bool ignored = false;
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    int const ready =
        left.count() <= 0 ? 0 : ::poll(ends.data(), ends.size(), static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) {
      continue;
    }
    if (ready <= 0 || end.too_much) {
      end.late = ready <= 0;
      ::kill(child, SIGKILL);
      return;
    }
    if (ends[0].revents != 0 && !take(ends[0].fd, end.output, limits.output, end.too_much)) {
      ends[0].fd = -1;
    }
    if (ends[1].revents != 0 && !take(ends[1].fd, end.error, kMostError, ignored)) {
      ends[1].fd = -1;
    }
    hear_progress(end.error, heard);
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  constexpr int kSignalled = 128;
  return WIFEXITED(status) ? WEXITSTATUS(status) : kSignalled + WTERMSIG(status);
}

}  // namespace

base::Result<ChildEnd, std::string> run_child(const std::vector<std::string>& arguments,
                                              const service::Files& files,
                                              const ChildLimits& limits,
                                              const ProgressHeard& heard) {
  Workplace const place;
  if (place.path().empty()) {
    return std::string(std::strerror(errno));
  }
  for (auto const& [name, bytes] : files) {
    // Nobody else reads these, so they need not appear whole; and two workers may do this at once,
    // which base::write_file with its signal handler is not made for.
    std::ofstream file(place.path() + "/" + name, std::ios::binary);
    file << bytes;
    if (!file.flush()) {
      return std::string(std::strerror(errno));
    }
  }
  std::vector<std::string> words{"bocage"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) {
    pointers.push_back(word.data());
  }
  pointers.push_back(nullptr);
  Pipe out;
  Pipe error;
  pid_t const child = ::fork();
  if (child < 0) {
    return std::string(std::strerror(errno));
  }
  if (child == 0) {
    become(place.path().c_str(), pointers.data(), out, error, limits);
  }
  out.close_end(1);
  error.close_end(1);
  ChildEnd end;
  listen_to(child, out, error, limits, heard, end);
  end.status = wait_for(child);
  return end;
}

base::Result<std::string, service::Trouble> output_of_child(
    const std::vector<std::string>& arguments, const service::Files& files,
    const ChildLimits& limits, const ProgressHeard& heard) {
  using service::PlannerFault;
  using Kind = PlannerFault::Kind;
  auto end = run_child(arguments, files, limits, heard);
  if (!end) {
    return service::Trouble::with(PlannerFault{Kind::kNotStarted, 0, end.failure()});
  }
  constexpr int kSignalled = 128;
  PlannerFault fault;
  if (end->late) {
    fault = {Kind::kLate, limits.time.count()};
  } else if (end->too_much) {
    fault = {Kind::kTooMuch};
  } else if (end->status > kSignalled) {
    fault = {Kind::kSignal, end->status - kSignalled};
  } else if (end->status != 0) {
    fault = {Kind::kExit, end->status, end->error};
  } else {
    return std::move(end).value().output;
  }
  return service::Trouble::with(std::move(fault));
}

service::Planner plan_in_child(const ChildLimits& limits, const ProgressHeard& heard) {
  return [limits,
          heard](const service::PlanOrder& order) -> base::Result<std::string, service::Trouble> {
    // Faults of the tables are told as data, with their places.
    auto reading = exchange::read_territory_folder(order.files);
    if (reading.problems.has_errors()) {
      return service::Trouble::with(std::move(reading.problems));
    }
    service::Files files = order.files;
    std::vector<std::string> arguments{"plan", ".", "-o", "-", "--progress"};
    if (!order.previous.empty()) {
      files["plan-previous.json"] = order.previous;
      arguments.insert(arguments.end(), {"--previous", "plan-previous.json"});
    }
    if (order.answer) {
      arguments.emplace_back(*order.answer == territory::Answer::kKeep ? "--keep" : "--share");
    }
    auto output = output_of_child(arguments, files, limits, heard);
    if (heard) {
      heard("done", 1);
    }
    return output;
  };
}

}  // namespace bocage::http
