#pragma once

#include <condition_variable>
#include <iosfwd>
#include <mutex>
#include <string>
#include <thread>

namespace bocage::cli {

// A bar on a terminal for work over a second; nothing anywhere else. It moves by itself, also while
// a step takes long to report.
class Progress {
 public:
  Progress(std::ostream& stream, bool is_terminal);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { finish(); }

  // `share` of the work that is done, from 0 to 1.
  void show(std::string step, double share);
  // Wipes the bar; after this the stream is the caller's again.
  void finish();

 private:
  void draw_until_finished();

  std::ostream& stream_;
  std::mutex mutex_;
  std::condition_variable finished_;
  bool is_finished_ = false;
  std::string step_;
  double share_ = 0;
  std::thread drawing_;
};

}  // namespace bocage::cli
