#pragma once

#include <array>
#include <csignal>

namespace bocage::base {

// What Ctrl-C, a closed terminal and `kill` send.
inline constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};

// While it lives, these signals wait: there is never more than one thing to clean up.
class SignalsWait {
 public:
  SignalsWait() {
    sigset_t waiting;
    sigemptyset(&waiting);
    for (int const signal : kSignals) {
      sigaddset(&waiting, signal);
    }
    pthread_sigmask(SIG_BLOCK, &waiting, &before_);
  }
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;
  ~SignalsWait() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

}  // namespace bocage::base
