#include "check/program.h"

#include <algorithm>

namespace bocage::check {
namespace {

bool add_product(Int128& sum, Int128 a, Int128 b) {
  Int128 product = 0;
  return !__builtin_mul_overflow(a, b, &product) && !__builtin_add_overflow(sum, product, &sum);
}

// Walks a proof: what is answered on the way, and the worst leaf.
class Walk {
 public:
  Walk(const Program& program, const Columns& objective,
       const std::vector<territory::ProofStep>& proof, Int128 reached)
      : program_(program), objective_(objective), proof_(proof), worst_(reached) {
    for (auto const& [column, factor] : objective) {
      step_ = base::greatest_common_divisor(step_, factor);
    }
    step_ = step_ == 0 ? 1 : step_;
  }

  std::optional<Int128> run() {
    // Depth first, by a stack of what is still to be walked: a proof may be deep, and is not ours.
    std::vector<Turn> turns;
    for (const territory::ProofStep& step : proof_) {
      if (!turns.empty()) {
        turns.back().take(left_);
      } else if (&step != &proof_.front()) {
        return std::nullopt;
      }
      if (!step.question.empty()) {
        auto const known = program_.is_question.find(step.question);
        if (known == program_.is_question.end() || !known->second) {
          return std::nullopt;
        }
        Range const now = range_of(step.question);
        if (step.at < now.low || step.at >= now.high) {
          return std::nullopt;
        }
        turns.push_back({step.question, now, step.at, 0});
        continue;
      }
      if (!leaf(step)) {
        return std::nullopt;
      }
      while (!turns.empty() && turns.back().next == 2) {
        left_[turns.back().question] = turns.back().before;
        turns.pop_back();
      }
    }
    return !proof_.empty() && turns.empty() ? std::optional(worst_) : std::nullopt;
  }

 private:
  struct Range {
    Int128 low = 0;
    Int128 high = 0;
  };
  // A question whose two sides are walked one after the other.
  struct Turn {
    std::string question;
    Range before;
    Int128 at = 0;
    int next = 0;

    void take(std::map<std::string, Range>& left) {
      left[question] = next == 0 ? Range{before.low, at} : Range{at + 1, before.high};
      next += 1;
    }
  };

  [[nodiscard]] Range range_of(const std::string& column) const {
    auto const known = left_.find(column);
    return known != left_.end() ? known->second : Range{0, program_.high.at(column)};
  }

  // By weights of 2^-scale: what the rows allow, plus the best each column can still add.
  bool leaf(const territory::ProofStep& step) {
    Int128 const one = Int128{1} << step.scale;
    std::map<std::string, Int128> rest;
    if (!step.nothing_left) {
      for (auto const& [column, factor] : objective_) {
        if (!add_product(rest[column], factor / step_, one)) {
          return false;
        }
      }
    }
    Int128 sum = 0;
    for (const territory::WeightedRow& weighted : step.weights) {
      auto const row = program_.rows.find(weighted.row);
      if (row == program_.rows.end() || weighted.weight < 0 ||
          !add_product(sum, weighted.weight, row->second.most)) {
        return false;
      }
      for (auto const& [column, factor] : row->second.factors) {
        if (!add_product(rest[column], -Int128{weighted.weight}, factor)) {
          return false;
        }
      }
    }
    for (auto const& [column, factor] : rest) {
      Range const range = range_of(column);
      if (!add_product(sum, factor, factor > 0 ? range.high : range.low)) {
        return false;
      }
    }
    if (step.nothing_left) {
      return sum < 0;
    }
    Int128 most = 0;
    if (__builtin_mul_overflow(base::floor_divide(sum, one), step_, &most)) {
      return false;
    }
    worst_ = std::max(worst_, most);
    return true;
  }

  const Program& program_;
  const Columns& objective_;
  const std::vector<territory::ProofStep>& proof_;
  std::map<std::string, Range> left_;  // of columns asked about
  Int128 step_ = 0;                    // the objective is whole in it
  Int128 worst_;
};

}  // namespace

std::optional<ProgramRow> in_lowest_terms(ProgramRow row) {
  Int128 divisor = 0;
  for (auto entry = row.factors.begin(); entry != row.factors.end();) {
    divisor = base::greatest_common_divisor(divisor, entry->second);
    entry = entry->second == 0 ? row.factors.erase(entry) : std::next(entry);
  }
  if (divisor == 0) {
    return std::nullopt;
  }
  for (auto& [column, factor] : row.factors) {
    factor /= divisor;
  }
  row.most = base::floor_divide(row.most, divisor);
  return row;
}

std::optional<Int128> sum_of(const Columns& factors, const Columns& columns) {
  Int128 sum = 0;
  for (auto const& [column, factor] : factors) {
    auto const stands = columns.find(column);
    if (stands != columns.end() && !add_product(sum, factor, stands->second)) {
      return std::nullopt;
    }
  }
  return sum;
}

ProgramRow at_least(const Columns& objective, Int128 least) {
  ProgramRow row;
  Int128 divisor = 0;
  for (auto const& [column, factor] : objective) {
    divisor = base::greatest_common_divisor(divisor, factor);
  }
  divisor = divisor == 0 ? 1 : divisor;
  for (auto const& [column, factor] : objective) {
    if (factor != 0) {
      row.factors[column] = -factor / divisor;
    }
  }
  row.most = base::floor_divide(-least, divisor);
  return row;
}

std::optional<Int128> shown_by(const Program& program, const Columns& objective,
                               const std::vector<territory::ProofStep>& proof, Int128 reached) {
  return Walk(program, objective, proof, reached).run();
}

}  // namespace bocage::check
