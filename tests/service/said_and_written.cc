#include "service/calendars.h"
#include "service/round_table.h"

// Whatever people say, the tables hold it and can be read again; and what leaves as a calendar.
namespace bocage::service {
namespace {

using territory::PositionAnswer;
using territory::StepKind;
using testing::everybody;
using testing::position;
using testing::RoundTable;

TEST(Said, AnyTextIsKeptOrRefusedAndNeverBreaksTheTables) {
  for (std::string const text :
       {"plain", "a, b; c", "\"quoted\"", "two\nlines", "a\ttab", "\x7F", "\x01", "é — ’", "=1+1",
        "   ", "\xFF\xFE", "\r\n", "\xEF\xBB\xBF"}) {
    RoundTable table;
    table.ask();
    auto said = position("theatre", PositionAnswer::kObjection);
    said.argument = "we cannot: " + text + ".";
    said.saying.said_by = text;
    auto const trouble = table.says(said);
    if (!trouble) {
      auto const positions = table.meeting().matter.positions;
      ASSERT_EQ(positions.size(), 1U) << text;
      EXPECT_THAT(positions[0].argument, ::testing::StartsWith("we cannot")) << text;
    }
  }
}

std::vector<std::string> unfolded(std::string text) {
  for (std::size_t fold = text.find("\r\n "); fold != std::string::npos;
       fold = text.find("\r\n ")) {
    text.erase(fold, 3);
  }
  std::vector<std::string> lines;
  for (std::size_t end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n")) {
    lines.push_back(text.substr(0, end));
    text.erase(0, end + 2);
  }
  EXPECT_EQ(text, "") << "every line ends with CRLF";
  return lines;
}

TEST(Calendar, HasADayForEveryDatedPromiseOfItsOwner) {
  auto files = testing::files_of_example("s1-van");
  std::string& needs = files["needs.csv"];
  needs =
      "id,stakeholder,resource,quantity,minimum,until\n"
      "n1,recyclerie,van_hours,12,6,2026-12-31\nn6,theatre,van_hours,8,4,2027-02-28\n"
      "n2,menuiserie,van_hours,8,4,\n";
  RoundTable table(files);
  table.ask();
  for (const char* const who : {"commune", "recyclerie", "theatre", "menuiserie"}) {
    EXPECT_FALSE(table.says(position(who, PositionAnswer::kYes)));
  }
  EXPECT_FALSE(table.step(StepKind::kAdopt));
  auto const theatre =
      unfolded(calendar_of(table.meeting(), "theatre", territory::Language::kFrench));
  EXPECT_EQ(theatre.front(), "BEGIN:VCALENDAR");
  EXPECT_EQ(theatre.back(), "END:VCALENDAR");
  EXPECT_THAT(theatre, ::testing::IsSupersetOf(
                           {"VERSION:2.0", "UID:w1-c1-n6@bocage", "DTSTART;VALUE=DATE:20270228",
                            "DTEND;VALUE=DATE:20270301", "X-WR-CALNAME:Theatre"}));
  EXPECT_THAT(theatre, ::testing::Contains(::testing::HasSubstr("Van\\, hours")));
  EXPECT_EQ(std::count(theatre.begin(), theatre.end(), "BEGIN:VEVENT"), 1);
  auto const commune =
      unfolded(calendar_of(table.meeting(), "commune", territory::Language::kEnglish));
  EXPECT_EQ(std::count(commune.begin(), commune.end(), "BEGIN:VEVENT"), 2)
      << "one of the three has no date";
  for (const std::string& line : theatre) {
    EXPECT_EQ(line.find('\n'), std::string::npos);
  }
}

TEST(Calendar, MovesToTheDayThatIsPromisedAnew) {
  auto files = testing::files_of_example("s1-van");
  files["needs.csv"] =
      "id,stakeholder,resource,quantity,until\nn1,recyclerie,van_hours,12,2026-12-31\n";
  RoundTable table(files);
  table.ask();
  for (const char* const who : {"commune", "recyclerie"}) {
    EXPECT_FALSE(table.says(position(who, PositionAnswer::kYes)));
  }
  EXPECT_FALSE(table.step(StepKind::kAdopt));
  territory::Delivery late;
  late.line = {"c1", "n1"};
  late.side = territory::Side::kGiver;
  late.outcome = territory::Outcome::kLate;
  late.until = base::parse_day("2027-01-15");
  EXPECT_FALSE(table.act([&](const Meeting& meeting) { return note_delivery(meeting, late); }));
  auto const lines =
      unfolded(calendar_of(table.meeting(), "recyclerie", territory::Language::kEnglish));
  EXPECT_THAT(lines, ::testing::Contains("DTSTART;VALUE=DATE:20270115"));
  EXPECT_THAT(lines, ::testing::Contains(::testing::HasSubstr("promised for")));
}

TEST(Calendar, OfNobodyIsEmptyAndStillACalendar) {
  RoundTable table;
  auto const lines = unfolded(calendar_of(table.meeting(), "x", territory::Language::kEnglish));
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT"), 0);
  EXPECT_EQ(lines.size(), 5U);
}

}  // namespace
}  // namespace bocage::service
