<?php
/**
 * The config as a file of its own, so that no script has to stand in the page and any policy may
 * be in force there: /wp-json/service-level-calculator/v1/config.
 */

namespace ServiceLevelCalculator;

defined( 'ABSPATH' ) || exit;

const ROUTE = 'service-level-calculator/v1';

/**
 * The config of the settings page, with the accent colour in it.
 */
function config(): \stdClass {
	$settings = settings();
	$config   = json_decode( $settings['config'] );
	$config   = $config instanceof \stdClass ? $config : new \stdClass();
	if ( '' !== $settings['accent'] ) {
		$config->accent = $settings['accent'];
	}
	return $config;
}

/**
 * Where it is to be had; nowhere while there is nothing in it. A changed config has another
 * address, so that no cache holds it back.
 */
function config_address(): string {
	$config = config();
	if ( array() === get_object_vars( $config ) ) {
		return '';
	}
	$version = substr( md5( (string) wp_json_encode( $config ) ), 0, 10 );
	return add_query_arg( 'v', $version, rest_url( ROUTE . '/config' ) );
}

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			ROUTE,
			'/config',
			array(
				'methods'             => 'GET',
				// It is what every visitor's calculator wears: nothing in it is secret.
				'permission_callback' => '__return_true',
				'callback'            => function () {
					return new \WP_REST_Response( config(), 200, array( 'Cache-Control' => 'public, max-age=3600' ) );
				},
			)
		);
	}
);
