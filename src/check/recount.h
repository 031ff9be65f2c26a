#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string>
#include <vector>

#include "territory/tally.h"

namespace bocage::check {

// Above over below, never reduced; below > 0.
struct Ratio {
  boost::multiprecision::cpp_int above = 0;
  boost::multiprecision::cpp_int below = 1;
};
[[nodiscard]] int compare(const Ratio& a, const Ratio& b);
[[nodiscard]] Ratio ratio_of(const base::Fraction& fraction);
// In lowest terms: "7/20"; a whole number without "/1".
[[nodiscard]] std::string text_of(const Ratio& ratio);

// The votes on one resolution, in every college and in all.
struct Recount {
  bool is_voted = false;
  std::vector<territory::HandCount> colleges;
  territory::HandCount all;
};

// Counts an assembly's votes from its rows, and weighs them by its statutes, in whole numbers.
class Recounter {
 public:
  explicit Recounter(const territory::Assembly& assembly)
      : assembly_(assembly),
        by_college_(!assembly.colleges.empty() &&
                    assembly.statutes.voting != territory::VotingUnit::kHeads) {}

  [[nodiscard]] bool by_college() const { return by_college_; }
  [[nodiscard]] Recount recount(std::size_t resolution) const;
  [[nodiscard]] boost::multiprecision::cpp_int weight(std::size_t college) const;
  // The weights of the colleges that express something, each times its part for.
  [[nodiscard]] Ratio in_favour(const Recount& count) const;
  [[nodiscard]] Ratio by_head(const territory::HandCount& hands) const;
  [[nodiscard]] territory::VoteOutcome outcome(const territory::Resolution& resolution,
                                               const Recount& count) const;

 private:
  [[nodiscard]] std::int64_t expressed_in(const territory::HandCount& hands) const;
  void add_members(const territory::Resolution& resolution, Recount& count) const;

  const territory::Assembly& assembly_;
  bool by_college_;
};

}  // namespace bocage::check
