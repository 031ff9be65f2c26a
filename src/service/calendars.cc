#include "service/calendars.h"

#include "exchange/calendar.h"
#include "service/line_words.h"

namespace bocage::service {

std::string calendar_of(const Meeting& meeting, const std::string& stakeholder,
                        territory::Language language) {
  std::vector<exchange::CalendarEntry> entries;
  const agree::Lines none;
  int const adopted = agree::position_of(meeting.matter.steps).adopted_plan;
  const agree::Lines& lines =
      adopted > 0 ? meeting.matter.plans[static_cast<std::size_t>(adopted) - 1] : none;
  for (const agree::Followed& each : followed(meeting)) {
    const territory::Commitment& commitment = each.commitment;
    const agree::Line* const line = agree::find_line(lines, commitment.line);
    auto const day = agree::expected_on(each);
    if (line == nullptr || !agree::is_side_of(*line, stakeholder) || !day) {
      continue;
    }
    exchange::CalendarEntry entry;
    entry.uid = commitment.cycle + "-" + commitment.line.contribution + "-" + commitment.line.need +
                "@bocage";
    entry.first = *day;
    entry.last = *day;
    entry.summary = commitment_words(meeting, commitment, language);
    entry.description = state_words(each, language);
    entries.push_back(std::move(entry));
  }
  base::Moment const stamp =
      meeting.matter.steps.empty() ? base::Moment{} : meeting.matter.steps.back().at;
  return exchange::calendar_text(name_of(meeting, stakeholder, language), stamp, entries);
}

}  // namespace bocage::service
