#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ostream>

namespace bocage::cli {
namespace {

constexpr std::chrono::seconds kPatience{1};
constexpr std::chrono::milliseconds kBetweenFrames{100};
constexpr int kBarWidth = 30;
constexpr std::array<const char*, 4> kTurning{"|", "/", "-", "\\"};

std::string bar(double share) {
  auto const filled = static_cast<int>(std::clamp(share, 0.0, 1.0) * kBarWidth);
  std::string text;
  for (int i = 0; i < kBarWidth; ++i) {
    text += i < filled ? "█" : "░";
  }
  return text;
}

}  // namespace

Progress::Progress(std::ostream& stream, bool is_terminal) : stream_(stream) {
  if (is_terminal) {
    drawing_ = std::thread([this] { draw_until_finished(); });
  }
}

void Progress::show(std::string step, double share) {
  std::lock_guard const lock(mutex_);
  step_ = std::move(step);
  share_ = share;
}

void Progress::finish() {
  {
    std::lock_guard const lock(mutex_);
    is_finished_ = true;
  }
  finished_.notify_all();
  if (drawing_.joinable()) {
    drawing_.join();
  }
}

void Progress::draw_until_finished() {
  std::unique_lock lock(mutex_);
  auto const over = [this] { return is_finished_; };
  if (finished_.wait_for(lock, kPatience, over)) {
    return;
  }
  for (std::size_t frame = 0; !is_finished_; ++frame) {
    // Back to the start of the line; what is left of a longer line before is wiped.
    stream_ << fmt::format("\r{} {} {}\x1b[K", bar(share_), kTurning[frame % kTurning.size()],
                           step_)
            << std::flush;
    finished_.wait_for(lock, kBetweenFrames, over);
  }
  stream_ << "\r\x1b[K" << std::flush;
}

}  // namespace bocage::cli
