#pragma once

#include <string>

#include "exchange/report/facts.h"
#include "exchange/report/html.h"

// The parts of the report, in the order they stand in it.
namespace bocage::exchange {

void write_cover(Html& page, const ReportFacts& facts);
void write_summary(Html& page, const ReportFacts& facts);
void write_set_aside(Html& page, const ReportFacts& facts);
void write_shortages(Html& page, const ReportFacts& facts);
// What activities make, and what lots, conditions and activities decide.
void write_together(Html& page, const ReportFacts& facts);
void write_assumptions(Html& page, const ReportFacts& facts);
void write_sheets(Html& page, const ReportFacts& facts);
// The comparison, losses first; who depends on whom; what is missing.
void write_learning(Html& page, const ReportFacts& facts);
// On the owner's sheet alone: what a market would have given it.
void write_own_outcomes(Html& page, const ReportFacts& facts,
                        territory::StakeholderIndex stakeholder);

// A strip of fields and hedges, drawn once and used above each sheet.
[[nodiscard]] std::string band_definition();
[[nodiscard]] std::string band();

// The head of a table; a name with `true` heads a column of numbers.
struct HtmlColumn {
  std::string name;
  bool number = false;
};
void write_head(Html& page, const std::vector<HtmlColumn>& columns);
void write_number(Html& page, std::string_view text);
// Where a narrow screen stacks the cells of a row, each says again what it is.
void write_labelled(Html& page, std::string_view label, std::string_view text);
void write_labelled_text(Html& page, std::string_view label, std::string_view text);
// The share of a need with its small disc.
void write_share(Html& page, const ReportFacts& facts, territory::NeedIndex need);

[[nodiscard]] std::string sheet_anchor(territory::StakeholderIndex stakeholder);

}  // namespace bocage::exchange
