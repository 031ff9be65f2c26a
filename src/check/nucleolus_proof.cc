#include "check/nucleolus_proof.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace bocage::check {
namespace {

using base::Fraction;
using Number = boost::multiprecision::cpp_rational;
using Row = std::vector<Number>;
using territory::NucleolusStep;
using territory::SettledCoalition;

Number number_of(const Fraction& fraction) {
  return {boost::multiprecision::cpp_int(fraction.numerator()),
          boost::multiprecision::cpp_int(fraction.denominator())};
}

std::uint32_t mask_of(const std::vector<std::size_t>& members) {
  std::uint32_t mask = 0;
  for (std::size_t const member : members) {
    mask |= std::uint32_t{1} << member;
  }
  return mask;
}

// A space of vectors, by rows each with a pivot of its own.
class Space {
 public:
  explicit Space(std::size_t size) : size_(size), by_pivot_(size) {}

  // What is left of a row once the space has taken its part; nothing but zeros inside the space.
  [[nodiscard]] Row left_of(Row row) const {
    for (std::size_t pivot = 0; pivot < size_; ++pivot) {
      if (row[pivot] == 0 || by_pivot_[pivot].empty()) {
        continue;
      }
      Number const times = row[pivot];
      for (std::size_t place = pivot; place < size_; ++place) {
        row[place] -= times * by_pivot_[pivot][place];
      }
    }
    return row;
  }
  [[nodiscard]] bool holds(const Row& row) const {
    for (const Number& entry : left_of(row)) {
      if (entry != 0) {
        return false;
      }
    }
    return true;
  }
  void add(const Row& row) {
    Row left = left_of(row);
    for (std::size_t pivot = 0; pivot < size_; ++pivot) {
      if (left[pivot] != 0) {
        Number const head = left[pivot];
        for (Number& entry : left) {
          entry /= head;
        }
        by_pivot_[pivot] = std::move(left);
        ++rank_;
        return;
      }
    }
  }
  [[nodiscard]] std::size_t rank() const { return rank_; }

 private:
  std::size_t size_;
  std::vector<Row> by_pivot_;
  std::size_t rank_ = 0;
};

class Proof {
 public:
  Proof(const Coalitions& coalitions, const territory::CostSplit& split,
        const std::vector<Fraction>& shares)
      : coalitions_(coalitions),
        split_(split),
        size_(coalitions.members()),
        space_(size_),
        excess_(std::size_t{1} << size_) {
    for (std::uint32_t mask = 1; mask < excess_.size(); ++mask) {
      auto const first = static_cast<std::size_t>(__builtin_ctz(mask));
      excess_[mask] = excess_[mask & (mask - 1)] + number_of(shares[first]);
    }
    for (std::uint32_t mask = 1; mask < excess_.size(); ++mask) {
      excess_[mask] -= money(mask);
    }
  }

  std::optional<std::string> fault() {
    if (excess_[coalitions_.all()] != 0) {
      return "shares do not make the cost";
    }
    Number alone = -money(coalitions_.all());
    for (std::size_t member = 0; member < size_; ++member) {
      alone += money(std::uint32_t{1} << member);
    }
    if (split_.held_at_alone != (alone >= 0)) {
      return "held_at_alone";
    }
    for (std::size_t member = 0; split_.held_at_alone && member < size_; ++member) {
      if (excess_[std::uint32_t{1} << member] > 0) {
        return "a member pays more than alone";
      }
    }
    space_.add(Row(size_, 1));
    for (const NucleolusStep& step : split_.nucleolus) {
      if (auto wrong = fault_of(step)) {
        return wrong;
      }
    }
    return space_.rank() == size_ ? std::nullopt : std::optional<std::string>("steps are missing");
  }

 private:
  [[nodiscard]] Number money(std::uint32_t mask) const {
    return {boost::multiprecision::cpp_int(*coalitions_.apart(mask)),
            boost::multiprecision::cpp_int(1'000'000)};
  }
  [[nodiscard]] Row row_of(std::uint32_t mask) const {
    Row row(size_);
    for (std::size_t member = 0; member < size_; ++member) {
      row[member] = mask >> member & 1U;
    }
    return row;
  }

  std::optional<std::string> fault_of(const NucleolusStep& step) {
    Number const complaint = number_of(step.complaint);
    Row sum(size_);
    Number weight_of_coalitions = 0;
    for (const SettledCoalition& one : step.settled) {
      std::uint32_t const mask = mask_of(one.members);
      Number const weight = number_of(one.weight);
      bool const fits = one.at_alone
                            ? split_.held_at_alone && one.members.size() == 1 && excess_[mask] == 0
                            : excess_[mask] == complaint;
      if (mask == 0 || weight <= 0 || !fits) {
        return "settled";
      }
      weight_of_coalitions += one.at_alone ? Number(0) : weight;
      for (std::size_t const member : one.members) {
        sum[member] += weight;
      }
    }
    if (weight_of_coalitions != 1 || !space_.holds(sum)) {
      return "weight";
    }
    for (std::uint32_t mask = 1; mask < coalitions_.all(); ++mask) {
      if (excess_[mask] > complaint && !space_.holds(row_of(mask))) {
        return "complaint";
      }
    }
    for (const SettledCoalition& one : step.settled) {
      space_.add(row_of(mask_of(one.members)));
    }
    return std::nullopt;
  }

  const Coalitions& coalitions_;
  const territory::CostSplit& split_;
  std::size_t size_;
  Space space_;
  std::vector<Number> excess_;  // what each coalition pays beyond its own cost
};

}  // namespace

std::optional<std::string> nucleolus_fault(const Coalitions& coalitions,
                                           const territory::CostSplit& split,
                                           const std::vector<Fraction>& shares) {
  return Proof(coalitions, split, shares).fault();
}

}  // namespace bocage::check
