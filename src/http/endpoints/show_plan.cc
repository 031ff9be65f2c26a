#include <boost/json.hpp>

#include "agree/lines.h"
#include "exchange/codes.h"
#include "exchange/map/map.h"
#include "exchange/wording/command_line.h"
#include "exchange/wording/layout.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/load.h"
#include "http/endpoints/on_board.h"
#include "service/table_changes.h"
#include "territory/find.h"

namespace bocage::http {

namespace json = boost::json;

Response ShowTerritory::operator()(const Request& request) const {
  auto const all = on_board(folder, board, request);
  return all ? json_answer(territory_view(all->loaded.meeting, all->shown.plan, all->loaded.reader))
             : all.failure();
}

Response ShowMap::operator()(const Request& request) const {
  auto const all = on_board(folder, board, request);
  if (!all) {
    return all.failure();
  }
  const territory::Territory& territory = all->loaded.meeting.territory();
  auto const drawing = exchange::draw_map(territory, all->shown.plan);
  std::string svg =
      drawing ? exchange::inline_map(*drawing, territory, all->loaded.reader.language) : "";
  return text_answer(200, "image/svg+xml", std::move(svg));
}

Response ShowMapStyle::operator()(const Request& /*request*/) const {
  return text_answer(200, "text/css; charset=utf-8", std::string(exchange::map_style()));
}

Response ShowPlan::operator()(const Request& request) const {
  auto const all = on_board(folder, board, request);
  return all ? json_answer(plan_view(all->loaded.meeting, all->shown.plan, all->shown.number,
                                     all->loaded.reader))
             : all.failure();
}

Response ExplainLine::operator()(const Request& request) const {
  auto const all = on_board(folder, board, request);
  if (!all) {
    return all.failure();
  }
  auto const text = run_on(*all, runner, "explain", {request.parameter("id")});
  return text ? json_answer(json::object{{"text", exchange::unwrapped(*text)}})
              : trouble_answer(text.failure(), folder, all->loaded.reader);
}

Response AskWhatIf::operator()(const Request& request) const {
  auto const body = body_object(request);
  if (!body) {
    return body.failure();
  }
  auto const all = on_board(folder, board, request);
  if (!all) {
    return all.failure();
  }
  const service::Meeting& meeting = all->loaded.meeting;
  const Reader& reader = all->loaded.reader;
  bool const offers = member(*body, "table") == "contributions";
  std::string const id = member(*body, "id");
  if (offers ? !territory::find_contribution(meeting.territory(), id).has_value()
             : !territory::find_need(meeting.territory(), id).has_value()) {
    constexpr int kNotFound = 404;
    return refused(kNotFound, exchange::no_such_id(id, "", reader.language));
  }
  agree::TableChanges changes;
  changes.cells.push_back({offers ? agree::OwnedTable::kContributions : agree::OwnedTable::kNeeds,
                           id, "quantity", member(*body, "quantity")});
  auto const edited = service::with_changes(meeting, changes);
  if (!edited) {
    return trouble_answer(edited.failure(), folder, reader);
  }
  service::Files const files = service::merged(meeting.files, *edited);
  auto const made = service::planned(board.planner(), {files, std::nullopt, ""}, "plan.json");
  if (!made) {
    return trouble_answer(made.failure(), folder, reader);
  }
  const territory::Plan& plan = made->plan;
  auto const lines = [&](const territory::Plan& of) {
    return agree::lines_of(meeting.territory(), of);
  };
  return json_answer(json::object{
      {"served", plan.summary.served},
      {"needs", plan.summary.needs},
      {"changes", changes_view(meeting,
                               agree::changes_between(meeting.matter.agreement,
                                                      lines(all->shown.plan), lines(plan)),
                               reader)}});
}

Response ShowSheets::operator()(const Request& request) const {
  auto const all = on_board(folder, board, request);
  if (!all) {
    return all.failure();
  }
  std::vector<std::string> rest{"-o", "-", "--sheets"};
  std::string const only = request.parameter("stakeholder");
  if (!only.empty()) {
    rest.insert(rest.end(), {"--sheet", only});
  }
  auto const page = run_on(*all, runner, "report", rest);
  if (!page) {
    return trouble_answer(page.failure(), folder, all->loaded.reader);
  }
  Response response = text_answer(200, "text/html; charset=utf-8", *page);
  // The report is one file with its own style, and no script.
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
                                "base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
  return response;
}

}  // namespace bocage::http
