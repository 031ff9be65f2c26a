// What an activity makes has no row of its own: an objection about it changes the activity, and the
// next plan keeps to it.
#include "service/round_table.h"
#include "service/table_changes.h"

namespace bocage::service {
namespace {

using territory::Answer;
using territory::Narrowing;
using territory::PositionAnswer;
using territory::StepKind;
using testing::files_of_example;
using testing::position;
using testing::RoundTable;

std::int64_t units(const Meeting& meeting, const std::string& contribution,
                   const std::string& need) {
  const agree::Line* const line =
      agree::find_line(meeting.matter.plans.back(), {contribution, need});
  return line == nullptr ? 0 : line->quantity.count() / 1'000'000;
}

std::optional<Trouble> objects(RoundTable& table, const std::string& who,
                               const territory::LineName& line, Narrowing change,
                               const std::string& value) {
  territory::StatedPosition said = position(who, PositionAnswer::kObjection);
  said.line = line;
  said.change = change;
  said.value = value;
  return table.says(said);
}

TEST(ActivityNarrowing, LessSoupIsLessCapacity) {
  RoundTable table{files_of_example("kitchen")};
  table.ask();
  EXPECT_EQ(units(table.meeting(), "kitchen-soup", "soup-school"), 39);
  EXPECT_FALSE(objects(table, "hall", {"kitchen-soup", "soup-school"}, Narrowing::kLess, "49"));
  EXPECT_FALSE(table.step(StepKind::kReplan, "", Answer::kShare));
  Meeting const after = table.meeting();
  // 49 / 0.98 = 50 of the recipe.
  EXPECT_THAT(after.files.at("activities.csv"), ::testing::HasSubstr("kitchen,hall,soup,50,"));
  std::int64_t const soup = units(after, "kitchen-soup", "soup-school") +
                            units(after, "kitchen-soup", "soup-home") +
                            units(after, "kitchen-soup", "soup-shelter");
  EXPECT_EQ(soup, 49);
}

TEST(ActivityNarrowing, FewerCarrotsAreLessCapacity) {
  RoundTable table{files_of_example("kitchen")};
  table.ask();
  EXPECT_FALSE(objects(table, "hall", {"carrots", "kitchen-carrots"}, Narrowing::kLess, "10"));
  EXPECT_FALSE(table.step(StepKind::kReplan, "", Answer::kShare));
  Meeting const after = table.meeting();
  // 10 x 0.9 / 0.25 = 36 of the recipe.
  EXPECT_THAT(after.files.at("activities.csv"), ::testing::HasSubstr("kitchen,hall,soup,36,"));
  EXPECT_EQ(units(after, "carrots", "kitchen-carrots"), 10);
}

TEST(ActivityNarrowing, OtherDaysAreTheActivitys) {
  RoundTable table{files_of_example("kitchen")};
  table.ask();
  EXPECT_FALSE(
      objects(table, "hall", {"kitchen-soup", "soup-home"}, Narrowing::kNotBefore, "2027-01-04"));
  EXPECT_FALSE(table.step(StepKind::kReplan, "", Answer::kKeep));
  EXPECT_THAT(table.meeting().files.at("activities.csv"), ::testing::HasSubstr("2027-01-04"));
}

}  // namespace
}  // namespace bocage::service
