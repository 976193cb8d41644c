<?php
/**
 * Taken out, the plugin leaves nothing behind.
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

$service_level_calculator_sites = is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array();
foreach ( $service_level_calculator_sites as $service_level_calculator_site ) {
	delete_blog_option( $service_level_calculator_site, 'service_level_calculator' );
}
delete_option( 'service_level_calculator' );
