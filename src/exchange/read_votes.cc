#include "exchange/read_votes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <vector>

#include "base/text.h"
#include "exchange/reading/number_text.h"
#include "exchange/text_file.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): this file is about little else

constexpr std::string_view kTypes = "approval, choose-1, cumulative, scoring";

struct Line {
  int number = 0;
  std::vector<std::string> cells;
};
struct Section {
  int number = 0;  // of its name; 0: it is not there
  std::vector<std::string> header;
  std::vector<Line> lines;
};

std::string trimmed(std::string_view text) {
  std::size_t const first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) {
    return {};
  }
  return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

// Cells by `mark`; quotes as in RFC 4180.
std::vector<std::string> cells_of(std::string_view line, char mark) {
  std::vector<std::string> cells{""};
  bool quoted = false;
  for (std::size_t place = 0; place < line.size(); ++place) {
    char const letter = line[place];
    if (letter == '"') {
      bool const twice = quoted && place + 1 < line.size() && line[place + 1] == '"';
      if (twice) {
        cells.back() += letter;
        ++place;
      } else {
        quoted = !quoted;
      }
    } else if (letter == mark && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += letter;
    }
  }
  std::transform(cells.begin(), cells.end(), cells.begin(),
                 [](const std::string& cell) { return trimmed(cell); });
  return cells;
}

class Votes {
 public:
  explicit Votes(const std::string& file) : file_(file) {}

  VotesReading read(std::string_view bytes) {
    cut(bytes);
    for (const char* name : {"META", "PROJECTS", "VOTES"}) {
      if (sections_[name].number == 0) {
        error(ProblemCode::kVotesSectionMissing, 0, "", {name});
      }
    }
    if (!reading_.problems.has_errors()) {
      read_meta();
      read_projects();
      read_ballots();
    }
    return std::move(reading_);
  }

 private:
  void error(ProblemCode code, int line, std::string found, std::vector<std::string> facts) {
    constexpr std::size_t kMost = 100;
    if (reading_.problems.list.size() >= kMost) {
      return;
    }
    Problem problem;
    problem.code = code;
    problem.place.file = file_;
    problem.place.line = line;
    problem.found = std::move(found);
    problem.facts = std::move(facts);
    reading_.problems.list.push_back(std::move(problem));
  }

  void cut(std::string_view bytes) {
    Section* section = nullptr;
    int number = 0;
    while (!bytes.empty()) {
      std::size_t const end = std::min(bytes.find('\n'), bytes.size());
      std::string const line = trimmed(bytes.substr(0, end));
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
      number += 1;
      if (line == "META" || line == "PROJECTS" || line == "VOTES") {
        section = &sections_[line];
        *section = {number, {}, {}};
      } else if (section != nullptr && !line.empty()) {
        if (section->header.empty()) {
          section->header = cells_of(line, ';');
        } else {
          section->lines.push_back({number, cells_of(line, ';')});
        }
      }
    }
  }

  std::optional<std::size_t> column(const char* section, std::string_view name, bool required) {
    const auto& header = sections_[section].header;
    auto const found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) {
      if (required) {
        error(ProblemCode::kVotesColumnMissing, sections_[section].number, "",
              {section, std::string(name)});
      }
      return std::nullopt;
    }
    return static_cast<std::size_t>(std::distance(header.begin(), found));
  }
  static std::string cell(const Line& line, std::optional<std::size_t> column) {
    return column && *column < line.cells.size() ? line.cells[*column] : std::string();
  }

  std::optional<Millionths> money(const std::string& text, int line) {
    constexpr int kDecimals = 6;
    auto const read = text.empty() ? std::nullopt : std::optional(read_number(text, kDecimals));
    if (!read || !*read) {
      error(text.empty() ? ProblemCode::kCellEmpty : ProblemCode::kNotANumber, line, text, {});
      return std::nullopt;
    }
    std::int64_t const number = **read;
    if (number <= 0 || number > kLargestSum) {
      error(number <= 0 ? ProblemCode::kZeroQuantity : ProblemCode::kNumberTooLarge, line, text,
            {std::to_string(kLargestSum / 1'000'000)});
      return std::nullopt;
    }
    return Millionths(number);
  }

  void read_meta() {
    std::map<std::string, Line> entries;
    for (const Line& line : sections_["META"].lines) {
      entries[line.cells.front()] = line;
    }
    auto const text = [&](const char* key) { return cell(entries[key], 1); };
    reading_.vote.name = text("description");
    reading_.vote.currency = text("currency").empty() ? "EUR" : text("currency");
    if (entries.count("budget") == 0) {
      error(ProblemCode::kVotesColumnMissing, sections_["META"].number, "", {"META", "budget"});
    } else {
      reading_.vote.budget =
          money(text("budget"), entries["budget"].number).value_or(Millionths(0));
    }
    std::string const type = text("vote_type");
    reading_.vote.has_points = type == "cumulative" || type == "scoring";
    if (!reading_.vote.has_points && type != "approval" && type != "choose-1") {
      error(ProblemCode::kVotesTypeUnknown, entries["vote_type"].number, type,
            {std::string(kTypes)});
    }
  }

  void read_projects() {
    auto const id = column("PROJECTS", "project_id", true);
    auto const cost = column("PROJECTS", "cost", true);
    auto const name = column("PROJECTS", "name", false);
    auto const selected = column("PROJECTS", "selected", false);
    if (!id || !cost) {
      return;
    }
    std::map<std::string, int> seen;
    std::vector<std::string> official;
    for (const Line& line : sections_["PROJECTS"].lines) {
      FundProject project;
      project.id = cell(line, id);
      if (project.id.empty()) {
        error(ProblemCode::kCellEmpty, line.number, "", {});
        continue;
      }
      project.name = cell(line, name).empty() ? project.id : cell(line, name);
      project.cost = money(cell(line, cost), line.number).value_or(Millionths(1));
      auto const [stood, is_new] = seen.try_emplace(project.id, line.number);
      if (!is_new) {
        error(ProblemCode::kIdRepeated, line.number, project.id, {std::to_string(stood->second)});
        continue;
      }
      if (cell(line, selected) == "1") {
        official.push_back(project.id);
      }
      reading_.vote.projects.push_back(std::move(project));
    }
    std::sort(reading_.vote.projects.begin(), reading_.vote.projects.end(),
              [](const FundProject& a, const FundProject& b) { return a.id < b.id; });
    for (std::size_t place = 0; place < reading_.vote.projects.size(); ++place) {
      places_[reading_.vote.projects[place].id] = place;
    }
    if (selected) {
      reading_.vote.official.emplace();
      for (const std::string& one : official) {
        reading_.vote.official->push_back(places_[one]);
      }
      std::sort(reading_.vote.official->begin(), reading_.vote.official->end());
    }
  }

  void read_ballots() {
    auto const vote = column("VOTES", "vote", true);
    auto const points = column("VOTES", "points", reading_.vote.has_points);
    if (!vote || (reading_.vote.has_points && !points)) {
      return;
    }
    for (const Line& line : sections_["VOTES"].lines) {
      read_ballot(line, cell(line, vote), cell(line, points));
    }
    if (sections_["VOTES"].lines.empty()) {
      error(ProblemCode::kVotesNone, sections_["VOTES"].number, "", {});
    }
  }

  void read_ballot(const Line& line, const std::string& vote, const std::string& points) {
    std::map<std::size_t, std::int64_t> given;
    std::vector<std::string> const ids =
        vote.empty() ? std::vector<std::string>() : cells_of(vote, ',');
    std::vector<std::string> const figures =
        points.empty() ? std::vector<std::string>() : cells_of(points, ',');
    if (reading_.vote.has_points && ids.size() != figures.size()) {
      error(ProblemCode::kVotePointsDiffer, line.number, "",
            {std::to_string(figures.size()), std::to_string(ids.size())});
      return;
    }
    for (std::size_t place = 0; place < ids.size(); ++place) {
      auto const project = places_.find(ids[place]);
      if (project == places_.end()) {
        error(ProblemCode::kVoteProjectUnknown, line.number, ids[place], {});
        continue;
      }
      std::int64_t value = 1;
      if (reading_.vote.has_points) {
        constexpr std::int64_t kMostPoints = 1'000'000;
        auto const read = read_number(figures[place], 0);
        if (!read || *read < 0 || *read > kMostPoints) {
          error(ProblemCode::kNotANumber, line.number, figures[place], {});
          continue;
        }
        value = *read;
      }
      given[project->second] = value;
    }
    FundBallot ballot;
    for (auto const& [project, value] : given) {
      ballot.projects.push_back(project);
      if (reading_.vote.has_points) {
        ballot.points.push_back(value);
      }
    }
    reading_.vote.ballots.push_back(std::move(ballot));
  }

  std::string file_;
  VotesReading reading_;
  std::map<std::string, Section> sections_;
  std::map<std::string, std::size_t> places_;  // of projects
};

}  // namespace

VotesReading read_votes(std::string_view bytes, const std::string& file) {
  auto const text = decode_text(bytes, file);
  if (!text) {
    VotesReading reading;
    reading.problems.list.push_back(text.failure());
    return reading;
  }
  return Votes(file).read(*text);
}

bool is_votes_file(const std::string& path) {
  constexpr std::string_view kEnd = ".pb";
  return path.size() > kEnd.size() &&
         path.compare(path.size() - kEnd.size(), kEnd.size(), kEnd) == 0;
}

}  // namespace bocage::exchange
