#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "check/certificate.h"
#include "check/check_plan.h"
#include "check/links.h"
#include "check/touched.h"
#include "territory/possible_links.h"

namespace bocage::check {

// A pair of places and a whole number of quanta.
struct Line {
  std::uint32_t contribution = 0;
  std::uint32_t need = 0;
  std::int64_t quantity = 0;
  friend auto operator<=>(const Line&, const Line&) = default;
};

// An exact flow of the plan's proof, in quanta.
struct ExactLine {
  std::uint32_t contribution = 0;
  std::uint32_t need = 0;
  base::Fraction quantity;
};

// What the steps of a check learn and pass on. Vectors are by the place of a need or a contribution
// in the territory, which is also its place in the plan once the tables were checked.
struct Matter {
  const territory::Territory& territory;
  const territory::Plan& plan;
  const CheckOptions& options;

  bool minima_count = false;  // `minimum` is in the order
  bool fair_leads = false;
  std::vector<territory::Criterion> criteria;  // those with a potential

  std::vector<Line> lines;       // the transfers, sorted as in the plan
  std::vector<ExactLine> proof;  // sorted as in the plan

  territory::PossibleLinks links;         // of every need, those set aside too
  std::vector<TouchedPart> touched;       // the parts that programs decide
  std::vector<char> is_touched;           // of a need: it has a link, and is in such a part
  std::vector<territory::Memory> memory;  // of a need
  std::vector<Line> standing;             // fixed, and held of an earlier plan; sorted, a pair once
  std::vector<Line> earlier;              // what `stability` measures against; sorted, a pair once
  std::vector<std::int64_t> need_standing;
  std::vector<std::int64_t> contribution_standing;
  std::vector<std::int64_t> served;  // sums of the lines
  std::vector<std::int64_t> given;

  std::vector<char> set_aside;
  std::vector<char> need_in_play;          // has a possible link, and is not set aside
  std::vector<char> contribution_in_play;  // has a possible link to such a need
  std::vector<std::int64_t> open_minimum;  // as the certificate counted it
  Standing stands;                         // where the certificate leaves each need

  [[nodiscard]] std::size_t needs() const { return territory.needs.size(); }
  [[nodiscard]] std::size_t contributions() const { return territory.contributions.size(); }
  [[nodiscard]] std::int64_t quantum_of(std::uint32_t need) const {
    return territory.families[territory.needs[need].family.position()].quantum.count();
  }
  [[nodiscard]] std::int64_t minimum_of(std::uint32_t need) const {
    return minima_count ? territory.needs[need].minimum.count() : 0;
  }
  // The minimum, without what stands already.
  [[nodiscard]] std::int64_t open_minimum_of(std::uint32_t need) const {
    return std::max<std::int64_t>(0, minimum_of(need) - need_standing[need]);
  }
};

using MaybeWrong = std::optional<territory::Wrong>;

// The steps, in their order. Each relies on those before it.
[[nodiscard]] MaybeWrong check_heading(Matter& matter);
[[nodiscard]] std::vector<territory::Note> notes_of(const Matter& matter);
[[nodiscard]] MaybeWrong check_tables(Matter& matter);
[[nodiscard]] MaybeWrong check_people(const Matter& matter);  // once the links are known
void find_touched_parts(Matter& matter);
void find_standing_lines(Matter& matter);
[[nodiscard]] MaybeWrong check_lines(Matter& matter, const LinkRule& rule);
[[nodiscard]] MaybeWrong check_programs(const Matter& matter);
// From here on the links of touched needs count no more: no block has them.
void set_touched_apart(Matter& matter);
[[nodiscard]] MaybeWrong check_blocks(Matter& matter, Certificate& certificate);
[[nodiscard]] MaybeWrong check_optimal(Matter& matter, Certificate& certificate);
[[nodiscard]] MaybeWrong check_reasons(const Matter& matter, const LinkRule& rule);
[[nodiscard]] MaybeWrong check_minima(const Matter& matter);
[[nodiscard]] MaybeWrong check_summary(const Matter& matter);
[[nodiscard]] MaybeWrong check_assumptions(const Matter& matter);

// Numbers as the plan writes them.
[[nodiscard]] std::string quantity_text(const Matter& matter, std::uint32_t need,
                                        std::int64_t quanta);
[[nodiscard]] std::string millionths_text(territory::Millionths number);
[[nodiscard]] std::string kilometres_text(territory::Metres distance);

// The words of the formats; the checker keeps its own, so as to share nothing with those who write.
[[nodiscard]] std::string word_of(territory::Rule rule);
[[nodiscard]] std::string word_of(territory::Criterion criterion);
[[nodiscard]] std::string word_of(territory::Reason reason);
[[nodiscard]] std::string word_of(territory::AssumptionCode code);

// The quanta in a fraction of units; none where the terms are beyond 128 bits.
[[nodiscard]] std::optional<base::Fraction> in_quanta(const base::Fraction& units,
                                                      std::int64_t quantum);

// What a reader is told about a pair that fails a test.
[[nodiscard]] territory::Reason reason_of(Test failed);

// The link of a pair.
[[nodiscard]] std::optional<std::uint32_t> find_link(const territory::PossibleLinks& links,
                                                     std::uint32_t contribution,
                                                     std::uint32_t need);

}  // namespace bocage::check
