#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "exchange/canonical.h"
#include "exchange/plan_json.h"
#include "exchange/read_territory.h"
#include "exchange/wording/problems.h"
#include "mechanism/allocate/plan_territory.h"
#include "places.h"

// The examples on the pages of docs/formats are read by the program they describe.
namespace bocage {
namespace {

std::string page(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(tests::source_folder() / "docs/formats" / (name + ".md"), std::ios::binary)
               .rdbuf();
  return bytes.str();
}

// The first fenced block of this language.
std::string example(const std::string& name, const std::string& language) {
  const std::string text = page(name);
  const std::string fence = "```" + language + "\n";
  const std::size_t start = text.find(fence);
  if (start == std::string::npos) {
    ADD_FAILURE() << "docs/formats/" << name << ".md has no " << language << " example";
    return {};
  }
  const std::size_t end = text.find("```", start + fence.size());
  return text.substr(start + fence.size(), end - start - fence.size());
}

void expect_no_problems(const territory::Problems& problems) {
  for (const auto& problem : problems.list) {
    ADD_FAILURE() << exchange::sentence(problem, territory::Language::kEnglish);
  }
}

std::map<std::string, std::string> territory_of_the_pages() {
  std::map<std::string, std::string> files = {{"territory.toml", example("territory", "toml")}};
  for (const std::string table : {"stakeholders", "resources", "needs", "contributions", "links",
                                  "bans", "arranged", "received", "problems"}) {
    files[table + ".csv"] = example(table, "csv");
  }
  return files;
}

TEST(FormatPages, ShowATerritoryThatReadsAndPlans) {
  const auto reading = exchange::read_territory_folder(territory_of_the_pages());
  expect_no_problems(reading.problems);
  EXPECT_TRUE(reading.derived_ids.empty());
  const auto outcome = mechanism::allocate::plan_territory(reading.territory, {});
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->plan.summary.served, 2);
}

TEST(FormatPages, ShowASingleJsonThatReadsAndPlans) {
  const auto reading = exchange::read_territory_json(example("json", "json"));
  expect_no_problems(reading.problems);
  const auto outcome = mechanism::allocate::plan_territory(reading.territory, {});
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->plan.summary.served, 1);
}

// Every line of the plan page's example, up to its "…", is what the program writes today.
TEST(FormatPages, ShowThePlanThatIsWritten) {
  const auto reading =
      exchange::read_territory((tests::source_folder() / "examples/forms/s1-van").string());
  expect_no_problems(reading.problems);
  mechanism::allocate::PlanOptions options;
  options.input_sha256 = exchange::input_sha256(reading.territory);
  const auto outcome = mechanism::allocate::plan_territory(reading.territory, options);
  ASSERT_TRUE(outcome.ok());
  const std::string written = exchange::write_plan(outcome->plan);
  std::istringstream lines(example("plan", "json"));
  for (std::string line; std::getline(lines, line);) {
    // The page puts the first element of an array beside its key.
    const bool is_list =
        line.find("[{") != std::string::npos && line.find("by_unit") == std::string::npos;
    const std::string shown =
        is_list ? line.substr(line.find("[{") + 1, line.rfind('}') - line.find("[{")) : line;
    EXPECT_NE(written.find(shown), std::string::npos) << shown;
  }
}

}  // namespace
}  // namespace bocage
