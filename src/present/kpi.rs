//! KPI sheet.
