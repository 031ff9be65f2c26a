#include "mechanism/split/nucleolus.h"

#include "mechanism/split/stage.h"

namespace bocage::mechanism::split {
namespace {

using territory::Core;

class Chain {
 public:
  explicit Chain(const Game& game) : members_(game.size()) {
    base::Int128 alone = 0;
    for (auto const& cost : game.table()) {
      costs_.push_back(to_integer(*cost));
    }
    for (std::size_t member = 0; member < members_; ++member) {
      alone += *game.alone(member);
    }
    hold_at_alone_ = alone >= game.whole();
    shares_.assign(members_, Rational(to_integer(game.whole()), members_));
    settled_.push_back(Vector(members_, 1));
  }

  std::optional<Nucleolus> run() {
    for (auto free = orthogonal(settled_, members_); !free.empty();
         free = orthogonal(settled_, members_)) {
      Stage stage(costs_, std::move(free), hold_at_alone_, shares_);
      stage.solve();
      shares_ = stage.shares();
      if (!settle(stage)) {
        return std::nullopt;
      }
    }
    return finish();
  }

 private:
  bool settle(const Stage& stage) {
    auto const complaint = to_fraction(stage.complaint() / 1'000'000);
    territory::NucleolusStep step;
    for (const Weighted& one : stage.settled()) {
      Vector row(members_);
      for (std::size_t const member : members_of(one.column.mask)) {
        row[member] = 1;
      }
      settled_.push_back(std::move(row));
      auto const weight = to_fraction(one.weight);
      if (!weight || !complaint) {
        return false;
      }
      step.settled.push_back({members_of(one.column.mask), *weight, one.column.at_alone});
    }
    settled_ = reduced(std::move(settled_));
    step.complaint = *complaint;
    result_.steps.push_back(std::move(step));
    if (result_.core == Core::kUnknown && stage.complaint() != 0) {
      result_.core = stage.complaint() > 0 ? Core::kEmpty : Core::kMany;
    }
    return true;
  }

  std::optional<Nucleolus> finish() {
    Integer scale = 1;
    for (const Rational& share : shares_) {
      scale = lcm(scale, denominator(share));
    }
    static const Integer kLargest = Integer(1) << 60;
    if (scale >= kLargest) {
      return std::nullopt;
    }
    result_.shares.denominator = *to_128(scale);
    for (const Rational& share : shares_) {
      auto const whole = to_128(numerator(share) * (scale / denominator(share)));
      if (!whole) {
        return std::nullopt;
      }
      result_.shares.numerators.push_back(*whole);
    }
    if (result_.core == Core::kUnknown) {
      result_.core = Core::kOne;  // no complaint anywhere below 0: nothing can move
    }
    result_.held_at_alone = hold_at_alone_;
    return std::move(result_);
  }

  std::size_t members_;
  std::vector<Integer> costs_;
  bool hold_at_alone_ = false;
  Vector shares_;
  Matrix settled_;  // coalitions whose complaint no longer moves, in reduced form
  Nucleolus result_;
};

}  // namespace

std::optional<Nucleolus> nucleolus(const Game& game) { return Chain(game).run(); }

}  // namespace bocage::mechanism::split
