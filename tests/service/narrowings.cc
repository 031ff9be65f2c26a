#include "service/round_table.h"
#include "service/table_changes.h"
#include "territory/find.h"

// What an objection may ask of its owner's own row, carried through to the next plan.
namespace bocage::service {
namespace {

using territory::Answer;
using territory::Narrowing;
using territory::PositionAnswer;
using territory::RefusalCode;
using territory::StatedPosition;
using territory::StepKind;
using testing::position;
using testing::RoundTable;

// Two farms, two canteens, dates and distances.
Files canteens() {
  return {
      {"territory.toml", "format = 1\nname = \"Diois\"\nrule = \"need\"\n"},
      {"resources.csv", "id,name,unit,quantum\nv,Vegetables,kg,1\n"},
      {"stakeholders.csv",
       "id,name,longitude,latitude\nfarm,Farm,5.37,44.75\nfar,Far farm,5.60,44.90\n"
       "saillans,Saillans,5.19,44.69\ndie,Die,5.37,44.75\n"},
      {"needs.csv",
       "id,stakeholder,resource,quantity,minimum,from,until,reach_km\n"
       "n1,saillans,v,40,10,2027-01-04,2027-01-20,60\n"
       "n2,die,v,60,,,,\n"},
      {"contributions.csv",
       "id,stakeholder,resource,quantity,from,until,reach_km\n"
       "c1,farm,v,30,2027-01-01,2027-01-31,40\n"
       "c2,far,v,30,2027-01-10,2027-01-31,\n"},
  };
}

StatedPosition objection(const std::string& who, const std::string& contribution,
                         const std::string& need, Narrowing change, const std::string& value) {
  StatedPosition said = position(who, PositionAnswer::kObjection);
  said.line = {contribution, need};
  said.change = change;
  said.value = value;
  return said;
}

// A line of the first plan of the canteens, whatever the plan is.
struct Asked {
  RoundTable table{canteens()};
  Asked() { table.ask(); }
  std::optional<RefusalCode> says(const StatedPosition& said) {
    auto const trouble = table.says(said);
    return trouble ? std::optional(trouble->refusal->code) : std::nullopt;
  }
  // The next plan, by what is kept.
  Meeting planned_again() {
    EXPECT_FALSE(table.step(StepKind::kReplan, "", Answer::kKeep));
    return table.meeting();
  }
};

std::int64_t units(const Meeting& meeting, const std::string& contribution,
                   const std::string& need) {
  const agree::Line* const line =
      agree::find_line(meeting.matter.plans.back(), {contribution, need});
  return line == nullptr ? 0 : line->quantity.count() / 1'000'000;
}

TEST(Narrowing, TheFirstPlanSharesEqually) {
  Asked asked;
  Meeting const meeting = asked.table.meeting();
  EXPECT_EQ(units(meeting, "c1", "n1") + units(meeting, "c2", "n1"), 24);
  EXPECT_EQ(units(meeting, "c1", "n2") + units(meeting, "c2", "n2"), 36);
}

TEST(Narrowing, Less) {
  Asked asked;
  std::string const giver = units(asked.table.meeting(), "c1", "n1") > 0 ? "c1" : "c2";
  EXPECT_EQ(asked.says(objection("saillans", giver, "n1", Narrowing::kLess, "40")),
            RefusalCode::kChangeNotNarrower);
  EXPECT_EQ(asked.says(objection("saillans", giver, "n1", Narrowing::kLess, "9")),
            RefusalCode::kBelowMinimum);
  EXPECT_EQ(asked.says(objection("saillans", giver, "n1", Narrowing::kLess, "12.5")),
            RefusalCode::kChangeValueWrong);
  EXPECT_EQ(asked.says(objection("saillans", giver, "n1", Narrowing::kLess, "a lot")),
            RefusalCode::kChangeValueWrong);
  EXPECT_EQ(asked.says(objection("saillans", giver, "n1", Narrowing::kLess, "10")), std::nullopt);
  Meeting const after = asked.planned_again();
  EXPECT_EQ(units(after, "c1", "n1") + units(after, "c2", "n1"), 10);
  EXPECT_THAT(after.files.at("needs.csv"), ::testing::HasSubstr("n1,saillans,v,10,10,"));
  EXPECT_EQ(after.files.at("contributions.csv"), canteens().at("contributions.csv"));
}

TEST(Narrowing, NotWith) {
  Asked asked;
  EXPECT_EQ(asked.says(objection("die", "c2", "n2", Narrowing::kNotWith, "die")),
            RefusalCode::kPartnerIsSelf);
  EXPECT_EQ(asked.says(objection("die", "c2", "n2", Narrowing::kNotWith, "nobody")),
            RefusalCode::kUnknownStakeholder);
  EXPECT_EQ(asked.says(objection("die", "c2", "n2", Narrowing::kNotWith, "far")), std::nullopt);
  Meeting const after = asked.planned_again();
  EXPECT_EQ(units(after, "c2", "n2"), 0);
  EXPECT_THAT(after.files.at("bans.csv"), ::testing::HasSubstr("far,n2,we cannot"));
}

TEST(Narrowing, NotBeforeAndNotAfter) {
  Asked asked;
  std::string const line = units(asked.table.meeting(), "c2", "n1") > 0 ? "c2" : "c1";
  auto const says = [&](Narrowing change, const std::string& day) {
    return asked.says(objection("saillans", line, "n1", change, day));
  };
  EXPECT_EQ(says(Narrowing::kNotBefore, "2027-01-04"), RefusalCode::kChangeNotNarrower);
  EXPECT_EQ(says(Narrowing::kNotBefore, "2027-01-21"), RefusalCode::kChangeValueWrong);
  EXPECT_EQ(says(Narrowing::kNotBefore, "Monday"), RefusalCode::kChangeValueWrong);
  EXPECT_EQ(says(Narrowing::kNotAfter, "2027-01-20"), RefusalCode::kChangeNotNarrower);
  EXPECT_EQ(says(Narrowing::kNotAfter, "2027-01-03"), RefusalCode::kChangeValueWrong);
  EXPECT_EQ(says(Narrowing::kNotAfter, "2027-01-09"), std::nullopt);
  Meeting const after = asked.planned_again();
  EXPECT_EQ(units(after, "c2", "n1"), 0) << "the far farm begins on the tenth";
  EXPECT_EQ(units(after, "c1", "n1"), 24) << "and the other has its part";
}

TEST(Narrowing, NotFurther) {
  Asked asked;
  std::string const line = units(asked.table.meeting(), "c2", "n1") > 0 ? "c2" : "c1";
  auto const says = [&](const std::string& value) {
    return asked.says(objection("saillans", line, "n1", Narrowing::kNotFurther, value));
  };
  EXPECT_EQ(says("60"), RefusalCode::kChangeNotNarrower);
  EXPECT_EQ(says("-1"), RefusalCode::kChangeValueWrong);
  EXPECT_EQ(says("25"), std::nullopt);
  Meeting const after = asked.planned_again();
  EXPECT_EQ(units(after, "c2", "n1"), 0);
  EXPECT_THAT(after.files.at("needs.csv"), ::testing::HasSubstr("2027-01-20,25"));
}

TEST(Narrowing, OnlyOfOnesOwnLine) {
  Asked asked;
  std::string const giver = units(asked.table.meeting(), "c1", "n1") > 0 ? "c1" : "c2";
  EXPECT_EQ(asked.says(objection("die", giver, "n1", Narrowing::kLess, "5")),
            RefusalCode::kNotItsLine);
  EXPECT_EQ(asked.says(objection("saillans", "", "", Narrowing::kLess, "5")),
            RefusalCode::kChangeNeedsLine);
  auto content = objection("saillans", "", "", Narrowing::kLess, "5");
  content.answer = PositionAnswer::kYes;
  EXPECT_TRUE(asked.says(content));
}

// Whatever is asked: only the owner's row changes, and it accepts no more than before.
TEST(Narrowing, NeverTouchesWhatIsNotItsOwners) {
  Asked asked;
  Meeting const before = asked.table.meeting();
  int accepted = 0;
  for (const agree::Line& line : before.matter.plans.back()) {
    for (const std::string& owner : {line.giver, line.receiver}) {
      for (auto const& [change, value] :
           std::vector<std::pair<Narrowing, std::string>>{{Narrowing::kLess, "11"},
                                                          {Narrowing::kNotWith, "far"},
                                                          {Narrowing::kNotBefore, "2027-01-12"},
                                                          {Narrowing::kNotAfter, "2027-01-12"},
                                                          {Narrowing::kNotFurther, "1"}}) {
        auto const said = objection(owner, line.name.contribution, line.name.need, change, value);
        auto const changes = agree::narrowed(before.territory(), before.matter.plans.back(), said);
        if (!changes) {
          continue;
        }
        ++accepted;
        auto const edited = with_changes(before, *changes);
        ASSERT_TRUE(edited);
        auto const after = read_meeting(merged(before.files, *edited));
        ASSERT_TRUE(after);
        for (std::size_t i = 0; i < before.territory().needs.size(); ++i) {
          const territory::Need& was = before.territory().needs[i];
          const territory::Need& is = after->territory().needs[i];
          const std::string& of = before.territory().stakeholders[was.stakeholder.position()].id;
          EXPECT_EQ(is.minimum, was.minimum);
          EXPECT_TRUE(is.quantity == was.quantity || (of == owner && is.quantity < was.quantity));
          EXPECT_TRUE(is.window == was.window ||
                      (of == owner && was.window.first <= is.window.first &&
                       is.window.last <= was.window.last));
          EXPECT_TRUE(is.reach == was.reach || of == owner);
        }
        for (auto const& [from, to, reason] : changes->bans) {
          auto const place = territory::find_need(before.territory(), to);
          auto const gives = territory::find_contribution(before.territory(), from);
          ASSERT_TRUE(place || gives);
          EXPECT_TRUE((place && line.receiver == owner) || (gives && line.giver == owner));
        }
      }
    }
  }
  EXPECT_GT(accepted, 12);
}

}  // namespace
}  // namespace bocage::service
