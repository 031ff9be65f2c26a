#include "agree/standing.h"

#include <gtest/gtest.h>

#include "agree/small_group.h"

namespace bocage::agree {
namespace {

using territory::Millionths;
using territory::PositionAnswer;
using territory::Step;
using territory::StepKind;
using testing::lines_giving;
using testing::says;
using testing::step;

constexpr std::int64_t kDay = 24LL * 60;  // minutes

Matter asked_on_day(std::int64_t day) {
  Matter matter;
  matter.cycle = "w1";
  matter.plans = {lines_giving({10, 10})};
  matter.steps = {step(StepKind::kOpen), step(StepKind::kPropose, 1, day * kDay)};
  return matter;
}

void notify(Matter& matter, const std::string& stakeholder, std::int64_t at) {
  Step notice = step(StepKind::kNotice, last_plan(matter), at);
  notice.stakeholder = stakeholder;
  matter.steps.push_back(notice);
}

Standing standing_of(const Matter& matter, const std::string& who, std::int64_t minutes) {
  for (const StandingPosition& each : standings(matter, base::Moment{minutes})) {
    if (each.stakeholder == who) {
      return each.standing;
    }
  }
  ADD_FAILURE() << who << " is not asked";
  return Standing::kAwaited;
}

TEST(Silence, StandsAsideAfterSevenDaysAndTwoNotices) {
  Matter matter = asked_on_day(100);
  notify(matter, "b", 101 * kDay);
  EXPECT_EQ(silence_counts_from(matter, "b"), std::nullopt);
  EXPECT_EQ(standing_of(matter, "b", 200 * kDay), Standing::kAwaited) << "one notice only";
  notify(matter, "b", 103 * kDay);
  EXPECT_EQ(silence_counts_from(matter, "b"), base::Day{107});
  EXPECT_EQ(standing_of(matter, "b", 107 * kDay - 1), Standing::kAwaited);
  EXPECT_EQ(standing_of(matter, "b", 107 * kDay), Standing::kSilentAside);
  EXPECT_EQ(standing_of(matter, "c", 107 * kDay), Standing::kAwaited) << "c had no notice";
}

TEST(Silence, EndsWithAWord) {
  Matter matter = asked_on_day(100);
  notify(matter, "b", 101 * kDay);
  notify(matter, "b", 102 * kDay);
  matter.positions.push_back(says("b", PositionAnswer::kObjection));
  EXPECT_EQ(standing_of(matter, "b", 150 * kDay), Standing::kObjects);
}

TEST(Silence, BeginsAgainWithANewPlan) {
  Matter matter = asked_on_day(100);
  notify(matter, "b", 101 * kDay);
  notify(matter, "b", 102 * kDay);
  matter.plans.push_back(lines_giving({4, 16}));
  matter.steps.push_back(step(StepKind::kReplan, 2, 110 * kDay));
  matter.steps.push_back(step(StepKind::kPropose, 2, 110 * kDay));
  EXPECT_EQ(standing_of(matter, "b", 150 * kDay), Standing::kAwaited);
}

TEST(Silence, FollowsTheAgreement) {
  Matter matter = asked_on_day(100);
  matter.agreement.silence_days = 0;
  matter.agreement.notices = 1;
  notify(matter, "b", 100 * kDay + 5);
  EXPECT_EQ(standing_of(matter, "b", 100 * kDay + 5), Standing::kSilentAside);
}

bool told_only(std::int64_t from, std::int64_t to, std::int64_t step_size = 1'000'000,
               Millionths tolerance = Millionths(50'000)) {
  territory::Agreement agreement;
  agreement.tolerance = tolerance;
  return within_tolerance(agreement, Millionths(from), Millionths(to), Millionths(step_size));
}

TEST(Tolerance, IsFivePercentOfWhatWasAccepted) {
  EXPECT_TRUE(told_only(100'000'000, 95'000'000));
  EXPECT_TRUE(told_only(100'000'000, 105'000'000));
  EXPECT_FALSE(told_only(100'000'000, 94'999'999));
  EXPECT_FALSE(told_only(100'000'000, 105'000'001));
}

TEST(Tolerance, IsAlwaysOneStepOfTheResource) {
  EXPECT_TRUE(told_only(4'000'000, 3'000'000));
  EXPECT_FALSE(told_only(4'000'000, 2'999'999));
  EXPECT_TRUE(told_only(2'000'000, 1'000'000, 1'000'000, Millionths(0)));
  EXPECT_FALSE(told_only(2'000'000, 999'999, 1'000'000, Millionths(0)));
}

TEST(Tolerance, NeverHidesALineThatComesOrGoes) {
  EXPECT_FALSE(told_only(1'000'000, 0));
  EXPECT_FALSE(told_only(0, 1'000'000));
  EXPECT_TRUE(told_only(0, 0));
}

TEST(Tolerance, DoesNotOverflow) {
  std::int64_t const most = territory::kLargestMillionths;
  EXPECT_TRUE(told_only(most, most - 1));
  EXPECT_FALSE(told_only(most, most / 2));
}

// An answer outlives a new plan exactly where its own lines changed by no more than the tolerance.
TEST(Answers, StandAsLongAsTheirLinesChangeLittle) {
  for (int const gives : {10, 9, 8}) {
    Matter matter = asked_on_day(0);
    matter.positions = {says("a", PositionAnswer::kYes), says("b", PositionAnswer::kYes),
                        says("c", PositionAnswer::kYes)};
    matter.plans.push_back(lines_giving({gives, 10}));
    matter.steps.push_back(step(StepKind::kReplan, 2));
    matter.steps.push_back(step(StepKind::kPropose, 2));
    Standing const expected = gives >= 9 ? Standing::kYes : Standing::kAwaited;
    EXPECT_EQ(standing_of(matter, "b", 0), expected) << gives;
    EXPECT_EQ(standing_of(matter, "a", 0), expected) << "the giver of a line is asked, too";
    EXPECT_EQ(standing_of(matter, "c", 0), Standing::kYes) << "not its line";
  }
}

TEST(Answers, AnObjectionDoesNotOutliveThePlanThatTookItUp) {
  Matter matter = asked_on_day(0);
  matter.positions = {says("b", PositionAnswer::kObjection)};
  matter.plans.push_back(lines_giving({10, 10}));
  matter.steps.push_back(step(StepKind::kReplan, 2));
  matter.steps.push_back(step(StepKind::kPropose, 2));
  EXPECT_EQ(standing_of(matter, "b", 0), Standing::kAwaited);
}

TEST(Answers, SmallChangesDoNotAddUpUnasked) {
  Matter matter = asked_on_day(0);
  matter.positions = {says("b", PositionAnswer::kYes)};
  for (int const gives : {9, 8}) {
    matter.plans.push_back(lines_giving({gives, 10}));
    matter.steps.push_back(step(StepKind::kReplan, last_plan(matter)));
    matter.steps.push_back(step(StepKind::kPropose, last_plan(matter)));
  }
  EXPECT_EQ(standing_of(matter, "b", 0), Standing::kAwaited) << "10 was accepted, 8 is too far";
}

}  // namespace
}  // namespace bocage::agree
