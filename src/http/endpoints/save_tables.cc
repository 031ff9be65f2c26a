#include <algorithm>
#include <boost/json.hpp>

#include "exchange/read_territory.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/table_body.h"
#include "service/spoilt_elsewhere.h"
#include "service/table_changes.h"

namespace bocage::http {

namespace json = boost::json;

namespace {

// The tables as the page has them, by file. `before` is what lies in the folder.
base::Result<service::Files, Response> tables_of(const service::Files& before,
                                                 const json::object& tables,
                                                 const std::string& folder, const Reader& reader) {
  service::Files files;
  for (auto const& [table, body] : tables) {
    if (!is_edited(table) || !body.is_object()) {
      return refused(404, "There is no such table.");
    }
    std::string const name = file_name(table);
    if (member(body.get_object(), "revision") != service::revision(before, name)) {
      service::Trouble trouble;
      trouble.changed_file = name;
      return trouble_answer(trouble, folder, reader);
    }
    auto const found = before.find(name);
    auto const old = exchange::read_grid(found == before.end() ? "" : found->second, name);
    auto const grid = grid_of(body.get_object(), old ? old->delimiter : ',');
    if (!grid) {
      return grid.failure();
    }
    files[name] = exchange::grid_text(*grid);
  }
  return files;
}

// Whether these tables have an error, or make one elsewhere. Errors that other tables had before do
// not keep these from being mended.
bool spoils(const service::Files& before, const service::Files& saved,
            const territory::Problems& after) {
  auto const known = exchange::read_territory_folder(before).problems;
  return std::any_of(after.list.begin(), after.list.end(), [&](const territory::Problem& problem) {
    bool const is_new =
        saved.count(problem.place.file) > 0 ||
        std::find(known.list.begin(), known.list.end(), problem) == known.list.end();
    return problem.severity == territory::Severity::kError && is_new;
  });
}

Response save(const std::string& folder, const json::object& tables, const Request& request,
              const std::function<void()>& changed) {
  auto const opened = open_folder(folder, request);
  if (!opened) {
    return opened.failure();
  }
  service::Files const before = opened->read();
  Reader const reader =
      reader_of(request, exchange::read_territory_folder(before).territory.settings.language);
  auto const files = tables_of(before, tables, folder, reader);
  if (!files) {
    return files.failure();
  }
  territory::Problems const problems =
      exchange::read_territory_folder(service::merged(before, *files)).problems;
  if (spoils(before, *files, problems)) {
    return trouble_answer(service::Trouble::with(problems), folder, reader);
  }
  auto const everybody = files->find("stakeholders.csv");
  if (everybody != files->end()) {
    auto elsewhere = service::spoilt_elsewhere(folder, everybody->second);
    if (elsewhere.has_errors()) {
      return trouble_answer(service::Trouble::with(std::move(elsewhere)), folder, reader);
    }
  }
  if (auto failure = opened->write(*files)) {
    return trouble_answer(service::Trouble::with(*std::move(failure)), folder, reader);
  }
  changed();
  json::object view{{"problems", problems_view(problems, reader)}};
  if (files->size() == 1) {
    view["revision"] = service::revision(*files, files->begin()->first);
  }
  return json_answer(view);
}

}  // namespace

Response SaveTable::operator()(const Request& request) const {
  auto const body = body_object(request);
  return body ? save(folder, {{request.parameter("table"), *body}}, request, changed)
              : body.failure();
}

Response SaveTables::operator()(const Request& request) const {
  auto const body = body_object(request);
  if (!body) {
    return body.failure();
  }
  const json::value* const tables = body->if_contains("tables");
  if (tables == nullptr || !tables->is_object() || tables->get_object().empty()) {
    return refused(400, "tables must be an object with a table or more.");
  }
  return save(folder, tables->get_object(), request, changed);
}

}  // namespace bocage::http
