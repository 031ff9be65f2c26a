// What people write wrong in the tables of shared projects and in files of votes: every message
// names the file, the line and what to do, in both languages.
#include <gmock/gmock.h>

#include "exchange/mistakes.h"
#include "exchange/read_votes.h"

namespace bocage::exchange {
namespace {

using territory::Language;
using territory::ProblemCode;
using testing::AnyOf;
using testing::Contains;
using testing::HasSubstr;

Folder good() {
  return {
      {"territory.toml", "format = 1\nname = \"x\"\nrule = \"need\"\norder = [\"fair\"]\n"},
      {"stakeholders.csv",
       "id,name,kind\na,Ay,association\nb,Bee,company\nc,Commune,local_authority\n"},
      {"projects.csv",
       "id,name,cost,own_funds,benefit,benefit_unit,quantity\np,Place,100,10,1,FTE,\nq,Unit,50,,2,"
       "FTE,20\n"},
      {"project_members.csv", "project,stakeholder,minimum,capacity,cost\np,a,,,\nq,b,5,20,1\n"},
      {"project_limits.csv", "id,name,unit,quantity\ndays,Days,day,10\n"},
      {"project_uses.csv", "project,limit,quantity\np,days,3\n"},
      {"funders.csv", "stakeholder,budget,least_share,most_share\nc,1000,0.1,0.8\n"},
      {"project_votes.csv", "project,stakeholder\np,a\np,b\n"}};
}

const Mistake kMistakes[] = {
    {"a project nobody knows", "project_members.csv", "project,stakeholder\nr,a\n",
     ProblemCode::kProjectUnknown, 2},
    {"a member nobody knows", "project_members.csv", "project,stakeholder\np,z\n",
     ProblemCode::kStakeholderUnknown, 2},
    {"a member twice", "project_members.csv", "project,stakeholder\np,a\np,a\n",
     ProblemCode::kProjectRowRepeated, 3},
    {"a batch of nothing in particular", "project_members.csv",
     "project,stakeholder,minimum\np,a,5\n", ProblemCode::kProjectQuantityMissing, 2},
    {"no smallest batch", "project_members.csv", "project,stakeholder,cost\nq,b,1\n",
     ProblemCode::kBatchMissing, 2},
    {"a limit nobody knows", "project_uses.csv", "project,limit,quantity\np,hours,3\n",
     ProblemCode::kProjectLimitUnknown, 2},
    {"a use twice", "project_uses.csv", "project,limit,quantity\np,days,3\np,days,4\n",
     ProblemCode::kProjectRowRepeated, 3},
    {"a use of nothing", "project_uses.csv", "project,limit,quantity\np,days,0\n",
     ProblemCode::kZeroQuantity, 2},
    {"a funder twice", "funders.csv", "stakeholder,budget\nc,10\nc,20\n",
     ProblemCode::kFunderRepeated, 3},
    {"a budget in words", "funders.csv", "stakeholder,budget\nc,plenty\n", ProblemCode::kNotANumber,
     2},
    {"a budget below nothing", "funders.csv", "stakeholder,budget\nc,-5\n", ProblemCode::kNegative,
     2},
    {"a budget beyond all bounds", "funders.csv", "stakeholder,budget\nc,2000000000\n",
     ProblemCode::kNumberTooLarge, 2},
    {"shares that cross", "funders.csv",
     "stakeholder,budget,least_share,most_share\nc,10,0.5,0.2\n", ProblemCode::kFunderSharesCrossed,
     2},
    {"a share in percent", "funders.csv", "stakeholder,budget,most_share\nc,10,80\n",
     ProblemCode::kNotRatio, 2},
    {"a funder without budget", "projects.csv", "id,name,cost,funders\np,Place,100,a\nq,Unit,50,\n",
     ProblemCode::kFunderUnknown, 2},
    {"two units of benefit", "projects.csv",
     "id,name,benefit,benefit_unit\np,Place,1,FTE\nq,Unit,2,jobs\n",
     ProblemCode::kBenefitUnitsDiffer, 3},
    {"own funds of no cost", "projects.csv", "id,name,own_funds\np,Place,10\nq,Unit,\n",
     ProblemCode::kOwnFundsWithoutCost, 2},
    {"a price of no quantity", "projects.csv", "id,name,price\np,Place,10\nq,Unit,\n",
     ProblemCode::kProjectQuantityMissing, 2},
    {"a project twice", "projects.csv", "id,name\np,Place\np,Other\n", ProblemCode::kIdRepeated, 3},
    {"no name", "projects.csv", "id,name\np,\nq,Unit\n", ProblemCode::kCellEmpty, 2},
    {"a ceiling of 80", "projects.csv", "id,name,public_ceiling\np,Place,80\nq,Unit,\n",
     ProblemCode::kNotRatio, 2},
    {"half a member", "projects.csv", "id,name,fewest_members\np,Place,1.5\nq,Unit,\n",
     ProblemCode::kPeopleNotWhole, 2},
    {"a vote for nothing known", "project_votes.csv", "project,stakeholder\nz,a\n",
     ProblemCode::kProjectUnknown, 2},
    {"a vote twice", "project_votes.csv", "project,stakeholder\np,a\np,a\n",
     ProblemCode::kProjectRowRepeated, 3},
};

TEST(BadProjects, TheGoodFolderIsRead) {
  auto const reading = read_territory_folder(good());
  for (auto const& problem : reading.problems.list) {
    ADD_FAILURE() << sentence(problem, Language::kEnglish);
  }
  EXPECT_EQ(reading.territory.projects.size(), 2U);
  EXPECT_TRUE(reading.territory.funders.at(0).is_public);
  EXPECT_EQ(reading.territory.benefit_unit, "FTE");
}

TEST(BadProjects, EveryMistakeIsToldAtItsPlace) { expect_all_told(good(), kMistakes); }

TEST(BadProjects, TablesWithoutProjectsAreRefused) {
  Folder folder = good();
  folder.erase("projects.csv");
  auto const reading = read_territory_folder(folder);
  EXPECT_TRUE(std::any_of(reading.problems.list.begin(), reading.problems.list.end(),
                          [](const auto& one) { return one.code == ProblemCode::kRowsOfNoTable; }));
}

TEST(BadProjects, RowsInAnyOrderAreTheSameTerritory) {
  Folder folder = good();
  auto const first = read_territory_folder(folder);
  folder["projects.csv"] =
      "id,name,cost,own_funds,benefit,benefit_unit,quantity\nq,Unit,50,,2,FTE,20\np,Place,100,10,1,"
      "FTE,\n";
  folder["project_votes.csv"] = "stakeholder;project\nb;p\na;p\n";
  EXPECT_EQ(read_territory_folder(folder).territory, first.territory);
}

const std::string kMeta = "META\nkey;value\ndescription;Vote\nbudget;100\nvote_type;approval\n";
const std::string kProjects = "PROJECTS\nproject_id;cost;name\n1;60;One\n2;50;Two\n";

TEST(BadVotes, AGoodFileIsRead) {
  auto const reading = read_votes(kMeta + kProjects + "VOTES\nvoter_id;vote\nx;1,2\ny;2\n", "v.pb");
  EXPECT_TRUE(reading.problems.list.empty());
  EXPECT_EQ(reading.vote.ballots.size(), 2U);
  EXPECT_EQ(reading.vote.budget.count(), 100'000'000);
}

TEST(BadVotes, EveryMistakeIsToldAtItsPlace) {
  struct Fault {
    std::string text;
    ProblemCode code;
    int line;
  };
  std::string const votes = "VOTES\nvoter_id;vote\nx;1,2\n";
  const Fault faults[] = {
      {"", ProblemCode::kVotesSectionMissing, 0},
      {kMeta + kProjects, ProblemCode::kVotesSectionMissing, 0},
      {kMeta + kProjects + "VOTES\nvoter_id;vote\n", ProblemCode::kVotesNone, 10},
      {kMeta + kProjects + "VOTES\nvoter_id;vote\nx;1,3\n", ProblemCode::kVoteProjectUnknown, 12},
      {kMeta + kProjects + "VOTES\nvoter_id;choice\nx;1\n", ProblemCode::kVotesColumnMissing, 10},
      {kMeta + "PROJECTS\nproject_id;name\n1;One\n" + votes, ProblemCode::kVotesColumnMissing, 6},
      {kMeta + "PROJECTS\nproject_id;cost\n1;much\n" + votes, ProblemCode::kNotANumber, 8},
      {kMeta + "PROJECTS\nproject_id;cost\n1;0\n2;1\n" + votes, ProblemCode::kZeroQuantity, 8},
      {kMeta + "PROJECTS\nproject_id;cost\n1;5\n1;6\n2;1\n" + votes, ProblemCode::kIdRepeated, 9},
      {"META\nkey;value\nbudget;9\nvote_type;ordinal\n" + kProjects + votes,
       ProblemCode::kVotesTypeUnknown, 4},
      {"META\nkey;value\nvote_type;approval\n" + kProjects + votes,
       ProblemCode::kVotesColumnMissing, 1},
      {"META\nkey;value\nbudget;9\nvote_type;scoring\n" + kProjects +
           "VOTES\nvoter_id;vote;points\nx;1,2;3\n",
       ProblemCode::kVotePointsDiffer, 11},
      {"META\nkey;value\nbudget;9\nvote_type;scoring\n" + kProjects +
           "VOTES\nvoter_id;vote;points\nx;1,2;3,-1\n",
       ProblemCode::kNotANumber, 11},
  };
  for (const Fault& fault : faults) {
    auto const reading = read_votes(fault.text, "v.pb");
    ASSERT_FALSE(reading.problems.list.empty()) << fault.text;
    bool told = false;
    for (auto const& problem : reading.problems.list) {
      told = told || (problem.code == fault.code && problem.place.line == fault.line);
      EXPECT_THAT(sentence(problem, Language::kFrench), HasSubstr("v.pb")) << fault.text;
    }
    EXPECT_TRUE(told) << fault.text << sentence(reading.problems.list.front(), Language::kEnglish);
  }
}

}  // namespace
}  // namespace bocage::exchange
