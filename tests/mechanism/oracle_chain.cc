#include "mechanism/oracle_chain.h"

#include <optional>
#include <stdexcept>

#include "mechanism/exact_simplex.h"

namespace bocage::oracle {

namespace {

class Chain {
 public:
  explicit Chain(const Instance& instance)
      : instance_(instance), variables_(instance.links() + 1), held_(instance.needs()) {}

  Shares run() {
    std::size_t free = instance_.needs();
    while (free > 0) {
      std::vector<Ratio> highest(variables_);
      highest.back() = 1;
      Ratio const level = solve(highest, std::nullopt).value;
      std::vector<std::optional<Ratio>> stopped(instance_.needs());
      for (std::size_t need = 0; need < instance_.needs(); ++need) {
        Ratio const share = level * instance_.weight[need] - instance_.received[need];
        if (!held_[need] && solve(served(need), level).value <= share) {
          stopped[need] = share;
        }
      }
      for (std::size_t need = 0; need < instance_.needs(); ++need) {
        if (stopped[need]) {
          held_[need] = stopped[need];
          --free;
        }
      }
    }
    Shares shares;
    for (std::optional<Ratio> const& share : held_) {
      shares.push_back(*share);
    }
    return shares;
  }

 private:
  // The last variable is the level.
  [[nodiscard]] std::vector<Ratio> served(std::size_t need) const {
    std::vector<Ratio> coefficients(variables_);
    for (std::uint32_t link = instance_.first[need]; link < instance_.first[need + 1]; ++link) {
      coefficients[link] = 1;
    }
    return coefficients;
  }

  [[nodiscard]] LinearOptimum solve(const std::vector<Ratio>& objective,
                                    const std::optional<Ratio>& level) const {
    std::vector<Constraint> constraints;
    for (std::size_t giver = 0; giver < instance_.contributions(); ++giver) {
      Constraint given{std::vector<Ratio>(variables_), Sense::kAtMost, instance_.supply[giver]};
      for (std::size_t link = 0; link < instance_.links(); ++link) {
        given.coefficients[link] = instance_.contribution[link] == giver ? 1 : 0;
      }
      constraints.push_back(given);
    }
    for (std::size_t need = 0; need < instance_.needs(); ++need) {
      if (held_[need]) {
        constraints.push_back({served(need), Sense::kEqual, *held_[need]});
        continue;
      }
      constraints.push_back({served(need), Sense::kAtMost, instance_.cap[need]});
      constraints.push_back({served(need), Sense::kAtLeast, instance_.minimum[need]});
      Constraint above{served(need), Sense::kAtLeast, -instance_.received[need]};
      above.coefficients.back() = -instance_.weight[need];
      constraints.push_back(above);
    }
    if (level) {
      Constraint kept{std::vector<Ratio>(variables_), Sense::kEqual, *level};
      kept.coefficients.back() = 1;
      constraints.push_back(kept);
    }
    std::optional<LinearOptimum> optimum = maximise(objective, constraints);
    if (!optimum) {
      throw std::invalid_argument("oracle: the minima cannot be met together");
    }
    return *optimum;
  }

  const Instance& instance_;
  std::size_t variables_;
  std::vector<std::optional<Ratio>> held_;
};

}  // namespace

Shares leximin_by_chain(const Instance& instance) { return Chain(instance).run(); }

}  // namespace bocage::oracle
