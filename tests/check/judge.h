#pragma once

#include <filesystem>
#include <string>

namespace bocage::check_tests {

// Cases written down for tests/check/judge.py, which runs tools/check_plan.py over them:
// NAME.territory.json with NAME.plan.json, which must hold, and others, which must not.
class Judge {
 public:
  Judge();
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;
  ~Judge();

  void write(const std::string& name, const std::string& bytes) const;
  // "judged N" where every verdict is the right one, else what went otherwise.
  [[nodiscard]] std::string verdict() const;
  // Python 3.11 or later is there.
  [[nodiscard]] static bool is_there();

 private:
  std::filesystem::path folder_;
};

}  // namespace bocage::check_tests
