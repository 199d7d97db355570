//! Accessible SVG charts. Pure.
