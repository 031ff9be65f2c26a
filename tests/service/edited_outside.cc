#include "service/round_table.h"

// Somebody edits the tables in a spreadsheet while a cycle is on.
namespace bocage::service {
namespace {

using territory::Answer;
using territory::PositionAnswer;
using territory::RefusalCode;
using territory::StepKind;
using testing::everybody;
using testing::position;
using testing::RoundTable;
using testing::why;

void replace(RoundTable& table, const std::string& file, const std::string& text,
             const std::string& by) {
  std::string bytes = table.files().at(file);
  bytes.replace(bytes.find(text), text.size(), by);
  table.put(file, bytes);
}

TEST(EditedOutside, WhatWasAskedIsNotAdoptedForOtherTables) {
  RoundTable table;
  table.ask();
  for (const std::string& who : everybody()) {
    EXPECT_FALSE(table.says(position(who, PositionAnswer::kYes)));
  }
  replace(table, "needs.csv", "theatre,van_hours,8", "theatre,van_hours,6");
  EXPECT_EQ(why(table.step(StepKind::kAdopt)), RefusalCode::kTablesChanged);
  EXPECT_FALSE(table.step(StepKind::kReplan, "", Answer::kShare));
  EXPECT_FALSE(table.step(StepKind::kPropose));
  for (const std::string& who : everybody()) {
    EXPECT_FALSE(table.says(position(who, PositionAnswer::kYes)));
  }
  EXPECT_FALSE(table.step(StepKind::kAdopt));
}

TEST(EditedOutside, TheCycleWaitsUntilTheTablesCanBeReadAgain) {
  RoundTable table;
  table.ask();
  auto const whole = table.files();
  replace(table, "needs.csv", "theatre,van_hours,8", "theatre,van_hours,eight");
  EXPECT_FALSE(read_meeting(table.files()));
  table.put("needs.csv", whole.at("needs.csv"));
  EXPECT_FALSE(table.says(position("theatre", PositionAnswer::kYes)));
}

TEST(EditedOutside, ARowOfSomebodyWhoLeftIsToldAndKept) {
  RoundTable table;
  table.ask();
  EXPECT_FALSE(table.says(position("theatre", PositionAnswer::kYes)));
  replace(table, "needs.csv", "n6,theatre,van_hours,8,4,8,1\n", "");
  replace(table, "stakeholders.csv", "theatre,Theatre,association\n", "");
  Meeting const meeting = table.meeting();
  EXPECT_EQ(meeting.matter.positions.size(), 1U);
  EXPECT_THAT(meeting.warnings.list, ::testing::SizeIs(1));
}

TEST(EditedOutside, AStepThatCouldNotBeIsLeftOutAndTold) {
  RoundTable table;
  table.ask();
  table.put("cycles.csv", table.files().at("cycles.csv") + "w1,close,2026-12-31T10:00,,,,,,\n");
  Meeting const meeting = table.meeting();
  EXPECT_EQ(meeting.matter.steps.size(), 4U);
  EXPECT_THAT(meeting.warnings.list, ::testing::SizeIs(1));
}

TEST(EditedOutside, EverythingWrongIsToldAtOnce) {
  RoundTable table;
  table.ask();
  Files files = table.files();
  files["agreement.toml"] = "rounds = 0\n";
  files["cycles.csv"] += "w1,vote,2026-12-31T10:00,,,,,,\n";
  files["positions.csv"] = "stakeholder,answer,how,at\n";
  auto const read = read_meeting(files);
  ASSERT_FALSE(read);
  EXPECT_THAT(read.failure().problems.list, ::testing::SizeIs(2));
}

}  // namespace
}  // namespace bocage::service
