<?php
/**
 * Plugin Name:       Service level calculator
 * Description:       How good should the service of a business be? A calculator for your visitors, by a block or a shortcode. What they type stays in their browser.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The authors of the service level calculator
 * License:           MIT OR Apache-2.0
 * Text Domain:       service-level-calculator
 * Domain Path:       /languages
 */

namespace ServiceLevelCalculator;

defined( 'ABSPATH' ) || exit;

const FILE = __FILE__;

require __DIR__ . '/includes/choices.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/config.php';
require __DIR__ . '/includes/calculator.php';
require __DIR__ . '/includes/block.php';
require __DIR__ . '/includes/settings-page.php';

add_action(
	'init',
	function () {
		load_plugin_textdomain( 'service-level-calculator', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	},
	1
);
