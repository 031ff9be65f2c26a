#pragma once

#include <gmock/gmock.h>

#include <string>

#include "exchange/folders.h"
#include "exchange/wording/problems.h"

namespace bocage::exchange {

// The folder has this one problem, told with its place in both languages, and nothing of it is
// loaded.
inline void expect_only(const TerritoryReading& reading, territory::ProblemCode code,
                        const std::string& english, const std::string& french) {
  ASSERT_EQ(reading.problems.list.size(), 1U)
      << (reading.problems.list.empty()
              ? std::string("no problem")
              : sentence(reading.problems.list.back(), territory::Language::kEnglish));
  const territory::Problem& problem = reading.problems.list.front();
  EXPECT_EQ(problem.code, code);
  EXPECT_EQ(sentence(problem, territory::Language::kEnglish), english);
  EXPECT_EQ(sentence(problem, territory::Language::kFrench), french);
  if (problem.severity == territory::Severity::kError) {
    EXPECT_TRUE(reading.territory.stakeholders.empty());
    EXPECT_TRUE(reading.territory.needs.empty());
  }
}

inline void expect_only(const Folder& folder, territory::ProblemCode code,
                        const std::string& english, const std::string& french) {
  expect_only(read_territory_folder(folder), code, english, french);
}

}  // namespace bocage::exchange
