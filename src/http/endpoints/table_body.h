#pragma once

#include <boost/json/fwd.hpp>
#include <string>

#include "exchange/grid.h"
#include "http/answers.h"
#include "service/folder.h"

// What the endpoints of the tables share. Failures are answers.
namespace bocage::http {

// The tables that are edited on a page: all but the links, which come from a road map, and without
// a row let nothing pass.
[[nodiscard]] bool is_edited(const std::string& table);

[[nodiscard]] std::string file_name(const std::string& table);

// "headers" and "rows" of a body.
[[nodiscard]] base::Result<exchange::Grid, Response> grid_of(const boost::json::object& body,
                                                             char delimiter);

[[nodiscard]] base::Result<service::Folder, Response> open_folder(const std::string& path,
                                                                  const Request& request);

}  // namespace bocage::http
