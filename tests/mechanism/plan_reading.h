#pragma once

#include <string>
#include <vector>

#include "mechanism/oracle_sets.h"
#include "mechanism/territory_model.h"

// A plan read in the oracle's terms: places for ids, quanta for millionths, tables for lists.
namespace bocage::oracle {

struct Reading {
  const territory::Territory& territory;
  const Model& model;
  const territory::Plan& plan;
  std::vector<bool> set_aside;
  Table<std::int64_t> flow;  // quanta on top of fixed lines
};
[[nodiscard]] Reading read_plan(const territory::Territory& territory, const Model& model,
                                const territory::Plan& plan);

[[nodiscard]] Table<std::int64_t> transfers_of(const territory::Territory& territory,
                                               const Model& model, const territory::Plan& plan);
// By its proof.
[[nodiscard]] Shares exact_shares_of(const territory::Territory& territory, const Model& model,
                                     const territory::Plan& plan);
[[nodiscard]] std::vector<bool> set_aside_by(const territory::Plan& plan);

// The criteria a plan weighs link by link, in its order.
[[nodiscard]] std::vector<territory::Criterion> linear_criteria(const territory::Plan& plan);
[[nodiscard]] bool fair_leads(const territory::Plan& plan);

// In millionths of the unit.
[[nodiscard]] Ratio quantum_of(const territory::Territory& territory, std::size_t need);
[[nodiscard]] const std::string& unit_of(const territory::Territory& territory, std::size_t need);

[[nodiscard]] std::size_t place_in(const std::vector<std::string>& ids, const std::string& id);

template <class Row>
std::vector<std::string> ids_of(const std::vector<Row>& rows) {
  std::vector<std::string> ids;
  ids.reserve(rows.size());
  for (const Row& row : rows) {
    ids.push_back(row.id);
  }
  return ids;
}

}  // namespace bocage::oracle
