#pragma once

#include <chrono>

namespace bocage::mechanism::allocate {

// Milliseconds between laps. It measures the work and never steers it.
class Stopwatch {
 public:
  double lap() {
    auto const now = std::chrono::steady_clock::now();
    double const milliseconds = std::chrono::duration<double, std::milli>(now - last_).count();
    last_ = now;
    return milliseconds;
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace bocage::mechanism::allocate
