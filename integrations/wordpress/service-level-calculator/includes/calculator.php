<?php
/**
 * The element, as shortcode and block put it into a page, and the script that brings it to life.
 */

namespace ServiceLevelCalculator;

defined( 'ABSPATH' ) || exit;

const SCRIPT = 'service-level-calculator';

/** What stands in the element until the calculator does: to search engines, and without scripts. */
const FALLBACK = array(
	'en' => 'How good should the service of a business be: good enough that customers calmly come back, and not better than that? The calculator finds that level from a few numbers about the business.',
	'ru' => 'Насколько хорошим должен быть сервис: таким, чтобы клиенты спокойно возвращались, и не лучше этого? Калькулятор находит такой уровень по нескольким числам о бизнесе.',
);

/**
 * Where the calculator's files lie: beside this plugin, or as the settings say.
 */
function folder(): string {
	$elsewhere = settings()['address'];
	return '' !== $elsewhere ? $elsewhere : plugins_url( 'dist/', FILE );
}

/**
 * Whether they lie there, as far as one can know.
 */
function has_files(): bool {
	return '' !== settings()['address'] || is_readable( dirname( FILE ) . '/dist/slc.js' );
}

add_action(
	'init',
	function () {
		$own = dirname( FILE ) . '/dist/slc.js';
		// The entry alone has no hash in its name; of another site's we do not know when it changes.
		$version = '' === settings()['address'] && is_readable( $own ) ? (string) filemtime( $own ) : null;
		wp_register_script( SCRIPT, folder() . 'slc.js', array(), $version, true );
		add_shortcode(
			'service_level_calculator',
			function ( $given, $content = null ) {
				return render( is_array( $given ) ? $given : array(), (string) $content );
			}
		);
	}
);

add_filter(
	'script_loader_tag',
	function ( string $tag, string $handle ): string {
		// Only WordPress from 6.3 on can be asked for it.
		$is_ours = SCRIPT === $handle && ! preg_match( '/<script[^>]*\sasync\b/', $tag );
		return $is_ours ? str_replace( '<script ', '<script async ', $tag ) : $tag;
	},
	10,
	2
);

/**
 * One calculator. What is given by the page goes before the settings; what the calculator does not
 * know is left out. The content, where there is any, stands in the place of our own words.
 */
function render( array $given, string $content = '' ): string {
	$settings   = settings();
	$attributes = array();
	foreach ( array_keys( choices() ) as $name ) {
		$chosen              = known( $name, $given[ $name ] ?? '' );
		$attributes[ $name ] = '' !== $chosen ? $chosen : known( $name, $settings[ $name ] );
	}
	if ( '' === $attributes['lang'] ) {
		$attributes['lang'] = known( 'lang', strtolower( substr( get_locale(), 0, 2 ) ) );
	}
	$attributes['config'] = esc_url_raw( text( $given, 'config' ), array( 'https', 'http' ) );
	if ( '' === $attributes['config'] ) {
		$attributes['config'] = config_address();
	}
	$attributes['state'] = text( $given, 'state' );

	wp_enqueue_script( SCRIPT );
	$html = '<service-level-calculator';
	foreach ( array_filter( $attributes, 'strlen' ) as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return $html . '>' . fallback( $attributes['lang'], $content ) . '</service-level-calculator>';
}

function text( array $given, string $name ): string {
	return isset( $given[ $name ] ) && is_string( $given[ $name ] ) ? $given[ $name ] : '';
}

/**
 * What stands in the element.
 */
function fallback( string $lang, string $content ): string {
	if ( '' !== trim( $content ) ) {
		return wp_kses_post( $content );
	}
	$lang = isset( FALLBACK[ $lang ] ) ? $lang : 'en';
	return sprintf( '<p lang="%s">%s</p>', esc_attr( $lang ), esc_html( FALLBACK[ $lang ] ) );
}
