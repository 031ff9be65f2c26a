#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "http/endpoints/plan_board.h"
#include "http/message.h"

// What the server answers: a struct an endpoint, whose members are what it needs. A test calls it
// without a socket. routes.cc says which address is whose.
namespace bocage::http {

// Another command of this program, on these files; its standard output.
using Runner = std::function<base::Result<std::string, service::Trouble>(
    const std::vector<std::string>& arguments, const service::Files& files)>;

struct ShowSession {
  const std::string& folder;
  const std::string& cooperation;
  const std::string& territory;  // the folder the meeting was opened on
  const std::string& csrf;
  Response operator()(const Request& request) const;
};
// Every cooperation of the territory: how far its cycle is, what waits there, what is wrong with
// its tables.
struct ShowCooperations {
  const std::string& territory;
  Response operator()(const Request& request) const;
};
struct ShowTerritory {
  const std::string& folder;
  PlanBoard& board;
  Response operator()(const Request& request) const;
};
struct ShowMap {
  const std::string& folder;
  PlanBoard& board;
  Response operator()(const Request& request) const;
};
struct ShowMapStyle {
  Response operator()(const Request& request) const;
};
struct ShowPlan {
  const std::string& folder;
  PlanBoard& board;
  Response operator()(const Request& request) const;
};
// Why, and what would change it, in words: `id` is a need, a contribution or a stakeholder.
struct ExplainLine {
  const std::string& folder;
  PlanBoard& board;
  const Runner& runner;
  Response operator()(const Request& request) const;
};
// One quantity moved, nothing written.
struct AskWhatIf {
  const std::string& folder;
  PlanBoard& board;
  Response operator()(const Request& request) const;
};
struct ShowSheets {
  const std::string& folder;
  PlanBoard& board;
  const Runner& runner;
  Response operator()(const Request& request) const;
};

// Answers that took long, for as long as nothing changes.
class Learnt {
 public:
  [[nodiscard]] std::optional<std::string> find(const std::string& key);
  void keep(const std::string& key, const std::string& bytes);

 private:
  std::mutex mutex_;
  std::deque<std::pair<std::string, std::string>> answers_;
};
// The comparison, who depends on whom, what is missing: words, tables and drawings; or the tables
// as a file.
struct ShowLearning {
  const std::string& folder;
  PlanBoard& board;
  const Runner& runner;
  Learnt& memory;
  Response operator()(const Request& request) const;
};

struct ShowTable {
  const std::string& folder;
  Response operator()(const Request& request) const;
};
struct CheckTable {
  const std::string& folder;
  Response operator()(const Request& request) const;
};
struct SaveTable {
  const std::string& folder;
  const std::function<void()>& changed;
  Response operator()(const Request& request) const;
};
// Several tables at once, all or none.
struct SaveTables {
  const std::string& folder;
  const std::function<void()>& changed;
  Response operator()(const Request& request) const;
};
// A table from a spreadsheet, as people have it: columns guessed, rows made ours.
struct UnderstandPaste {
  const std::string& folder;
  Response operator()(const Request& request) const;
};

struct ShowRound {
  const std::string& folder;
  Response operator()(const Request& request) const;
};
struct ShowAnswers {
  const std::string& folder;
  PlanBoard& board;
  Response operator()(const Request& request) const;
};
struct TakeStep {
  const std::string& folder;
  PlanBoard& board;
  const std::function<void()>& changed;
  Response operator()(const Request& request) const;
};
struct NotePosition {
  const std::string& folder;
  const std::function<void()>& changed;
  Response operator()(const Request& request) const;
};
struct ShowFollow {
  const std::string& folder;
  Response operator()(const Request& request) const;
};
struct NoteDelivery {
  const std::string& folder;
  const std::function<void()>& changed;
  Response operator()(const Request& request) const;
};
struct ShowDecisions {
  const std::string& folder;
  Response operator()(const Request& request) const;
};
struct TakeDecisionStep {
  const std::string& folder;
  const std::function<void()>& changed;
  Response operator()(const Request& request) const;
};
struct SetAgreement {
  const std::string& folder;
  const std::function<void()>& changed;
  Response operator()(const Request& request) const;
};
struct ShowCalendar {
  const std::string& folder;
  Response operator()(const Request& request) const;
};

}  // namespace bocage::http
