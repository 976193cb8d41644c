<?php
/**
 * Settings → Service level calculator. WordPress checks the right to be here, and the form's nonce.
 */

namespace ServiceLevelCalculator;

defined( 'ABSPATH' ) || exit;

const PAGE = 'service-level-calculator';

add_action(
	'admin_menu',
	function () {
		$title = __( 'Service level calculator', 'service-level-calculator' );
		$hook  = add_options_page( $title, $title, 'manage_options', PAGE, __NAMESPACE__ . '\settings_page' );
		add_action(
			"admin_print_scripts-$hook",
			function () {
				wp_enqueue_style( 'wp-color-picker' );
				$script = plugins_url( 'includes/settings-page.js', FILE );
				wp_enqueue_script( 'service-level-calculator-settings', $script, array( 'wp-color-picker' ), (string) filemtime( __DIR__ . '/settings-page.js' ), true );
			}
		);
	}
);

add_filter(
	'plugin_action_links_' . plugin_basename( FILE ),
	function ( array $links ): array {
		$address = admin_url( 'options-general.php?page=' . PAGE );
		return array( sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html__( 'Settings', 'service-level-calculator' ) ) ) + $links;
	}
);

add_action(
	'admin_init',
	function () {
		add_settings_section( 'begin', __( 'What a visitor begins with', 'service-level-calculator' ), '__return_null', PAGE );
		foreach ( choices() as $name => $choice ) {
			if ( 'theme' !== $name ) {
				field( 'begin', $name, $choice['label'], 'select' );
			}
		}
		add_settings_section( 'look', __( 'How it looks', 'service-level-calculator' ), '__return_null', PAGE );
		field( 'look', 'theme', choices()['theme']['label'], 'select' );
		field( 'look', 'accent', __( 'Accent colour', 'service-level-calculator' ), 'colour' );
		add_settings_section( 'more', __( 'For whoever wants more', 'service-level-calculator' ), '__return_null', PAGE );
		field( 'more', 'config', __( 'Config', 'service-level-calculator' ), 'json' );
		field( 'more', 'address', __( 'Address of the files', 'service-level-calculator' ), 'address' );
	}
);

function field( string $section, string $name, string $label, string $kind ): void {
	$options = array(
		'label_for' => "slc-$name",
		'name'      => $name,
	);
	add_settings_field( $name, $label, __NAMESPACE__ . "\\draw_$kind", PAGE, $section, $options );
}

/**
 * The attributes that every field has.
 */
function named( string $name ): string {
	return sprintf( 'id="%s" name="%s"', esc_attr( "slc-$name" ), esc_attr( OPTION . "[$name]" ) );
}

function draw_select( array $field ): void {
	$name = $field['name'];
	$set  = settings()[ $name ];
	// phpcs:ignore WordPress.Security.EscapeOutput -- named() escapes.
	printf( '<select %s><option value="">%s</option>', named( $name ), esc_html( unset_choices()[ $name ] ) );
	foreach ( choices()[ $name ]['options'] as $value => $label ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( $set, $value, false ), esc_html( $label ) );
	}
	echo '</select>';
}

function draw_colour(): void {
	// phpcs:ignore WordPress.Security.EscapeOutput -- named() escapes.
	printf( '<input type="text" class="slc-colour" %s value="%s" placeholder="#7a3e9d" maxlength="7">', named( 'accent' ), esc_attr( settings()['accent'] ) );
	describe( __( 'Made lighter or darker where it could not be read.', 'service-level-calculator' ) );
}

function draw_json(): void {
	$example = '{ "name": "Smith & Partners", "hidden": ["queue", "scale"] }';
	// phpcs:ignore WordPress.Security.EscapeOutput -- named() escapes.
	printf( '<textarea rows="8" class="large-text code" spellcheck="false" %s placeholder="%s">%s</textarea>', named( 'config' ), esc_attr( $example ), esc_textarea( settings()['config'] ) );
	describe( __( 'A JSON object: your name and logo, sections that are hidden, a button of yours, words of your own. What is set above goes before it.', 'service-level-calculator' ) );
}

function draw_address(): void {
	// phpcs:ignore WordPress.Security.EscapeOutput -- named() escapes.
	printf( '<input type="url" class="regular-text code" pattern="https://.*" %s value="%s" placeholder="https://example.com/slc/">', named( 'address' ), esc_attr( settings()['address'] ) );
	describe( __( 'Empty for those that came with this plugin. Those of another site have to be open to yours.', 'service-level-calculator' ) );
}

function describe( string $text ): void {
	printf( '<p class="description">%s</p>', esc_html( $text ) );
}

function settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1>';
	if ( ! has_files() ) {
		echo '<div class="notice notice-error"><p>' . esc_html__( 'The folder dist/ is not in this plugin: visitors see only the text in its place. Install the plugin from its zip, or give the address of the files below.', 'service-level-calculator' ) . '</p></div>';
	}
	$ways = __( 'Put the block “Service level calculator” on a page, or this shortcode; what it says goes before what is set here:', 'service-level-calculator' );
	echo '<p>' . esc_html( $ways ) . '</p><p><code>[service_level_calculator segment="clinic" tier="premium" lang="en"]</code></p>';
	echo '<form method="post" action="options.php">';
	settings_fields( OPTION );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form></div>';
}
