<?php
/**
 * What the administrator has set: one option of WordPress, checked on its way in.
 */

namespace ServiceLevelCalculator;

defined( 'ABSPATH' ) || exit;

const OPTION = 'service_level_calculator';

/** The longest config, in bytes. */
const MOST_CONFIG = 65536;

/**
 * The settings, each a text; empty where nothing is set.
 */
function settings(): array {
	$none  = array_fill_keys( array( 'address', 'segment', 'tier', 'lang', 'currency', 'theme', 'accent', 'config' ), '' );
	$saved = get_option( OPTION, array() );
	return array_filter( is_array( $saved ) ? $saved : array(), 'is_string' ) + $none;
}

add_action(
	'init',
	function () {
		register_setting(
			OPTION,
			OPTION,
			array(
				'type'              => 'array',
				'sanitize_callback' => __NAMESPACE__ . '\sanitize',
			)
		);
	}
);

/**
 * What is kept of a form. What is wrong is told, and leaves what was set before.
 */
function sanitize( $given ): array {
	$given = array_filter( is_array( $given ) ? $given : array(), 'is_string' );
	$kept  = settings();
	foreach ( array_keys( choices() ) as $name ) {
		$kept[ $name ] = known( $name, $given[ $name ] ?? '' );
	}
	foreach ( array( 'address', 'accent', 'config' ) as $name ) {
		$text  = trim( $given[ $name ] ?? '' );
		$fault = '' === $text ? '' : call_user_func( __NAMESPACE__ . "\\fault_of_$name", $text );
		if ( '' === $fault ) {
			$kept[ $name ] = 'address' === $name && '' !== $text ? trailingslashit( $text ) : $text;
		} elseif ( function_exists( 'add_settings_error' ) ) {
			add_settings_error( OPTION, $name, $fault );
		}
	}
	return $kept;
}

/**
 * What is wrong with the address of the calculator's folder, if anything is.
 */
function fault_of_address( string $text ): string {
	$parts = wp_parse_url( $text );
	$good  = is_array( $parts ) && 'https' === ( $parts['scheme'] ?? '' ) && ! empty( $parts['host'] )
		&& ! isset( $parts['query'] ) && ! isset( $parts['fragment'] ) && ! isset( $parts['user'] )
		&& esc_url_raw( $text, array( 'https' ) ) === $text;
	return $good ? '' : __( 'The address of the folder has to look like https://example.com/slc/.', 'service-level-calculator' );
}

/**
 * What is wrong with the accent colour.
 */
function fault_of_accent( string $text ): string {
	$good = 1 === preg_match( '/^#[0-9a-f]{6}$/iD', $text );
	return $good ? '' : __( 'The accent colour has to look like #7a3e9d.', 'service-level-calculator' );
}

/**
 * What is wrong with the config: whether its keys and values are good, the calculator itself tells.
 */
function fault_of_config( string $text ): string {
	if ( strlen( $text ) > MOST_CONFIG ) {
		return __( 'The config is too long.', 'service-level-calculator' );
	}
	if ( json_decode( $text ) instanceof \stdClass ) {
		return '';
	}
	$reason = JSON_ERROR_NONE === json_last_error() ? '{ … }' : json_last_error_msg();
	/* translators: %s: what the reader of JSON complains of */
	return sprintf( __( 'The config has to be one JSON object: %s', 'service-level-calculator' ), $reason );
}
