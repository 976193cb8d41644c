//! The queue behind one customer.
