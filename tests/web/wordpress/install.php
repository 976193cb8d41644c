<?php
// Installs WordPress as its first page would, and our plugin as an administrator would.
mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
$database = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'WORDPRESS_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );

define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

$password = getenv( 'WORDPRESS_PASSWORD' );
wp_install( 'Smith & Partners', 'admin', 'admin@smith.example', false, '', $password );
wp_insert_user(
	array(
		'user_login' => 'subscriber',
		'user_email' => 'subscriber@smith.example',
		'user_pass'  => $password,
		'role'       => 'subscriber',
	)
);
$fault = activate_plugin( 'service-level-calculator/service-level-calculator.php' );
if ( is_wp_error( $fault ) ) {
	exit( $fault->get_error_message() );
}
// Pictures of people come from another host; the editor's first page is a tour of it.
update_option( 'show_avatars', 0 );
update_option( 'blogdescription', '' );
update_user_meta( 1, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ) ) );
// Addresses by name, so that the routes lie below /wp-json/.
update_option( 'permalink_structure', '/%postname%/' );
echo 'installed';
